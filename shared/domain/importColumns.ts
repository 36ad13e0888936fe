import { textKey } from '#shared/domain/textKey.ts';

/**
 * Fields that a column of a file may hold, each with the names that its column goes by in English
 * and German, likeliest first. The field's own name, which our CSV export writes, always counts.
 */
const names = {
  title:
    'title|credential|credential name|certificate|certificate name|certification|certification name|badge|badge name|qualification|license|licence|license name|degree|degree name|course|course name|course title|training|titel|bezeichnung|zertifikat|zertifizierung|name des zertifikats|qualifikation|abschluss|lehrgang|kurs|kursname|kurstitel|schulung|name',
  abbreviation: 'abbreviation|abbr|acronym|short name|designation|post nominals|abkürzung|kürzel',
  kind: 'kind|credential type|certificate type|type|category|art|typ|kategorie',
  issuer:
    'issuer|issuer name|issued by|issuing organization|issuing organisation|issuing authority|issuing body|authority|awarding body|awarded by|certifying body|organization|organisation|institution|university|school|school name|provider|vendor|company|aussteller|ausgestellt von|ausstellende organisation|herausgeber|vergeben von|verliehen von|zertifizierer|anbieter|hochschule|universität|schule|bildungsträger|träger|veranstalter|firma',
  platform: 'platform|learning platform|plattform|lernplattform',
  lifecycle: 'lifecycle|status|state|stand|zustand',
  progress: 'progress|percent complete|fortschritt',
  started: 'started|start date|start|started on|enrolled|enrolment date|beginn|begonnen|startdatum',
  target: 'target|target date|planned|planned date|expected|geplant|zieldatum|ziel',
  issued:
    'issued|issue date|issued on|date issued|issued at|earned|earned on|date earned|awarded|awarded on|award date|date awarded|completed|completed on|completion date|date completed|obtained|date obtained|achieved|passed|pass date|valid from|ausgestellt|ausgestellt am|ausstellungsdatum|ausstelldatum|erworben|erworben am|erhalten am|verliehen am|abgeschlossen|abgeschlossen am|abschlussdatum|bestanden am|gültig ab|gültig von|date|datum',
  expires:
    'expires|expiry|expiry date|expiration|expiration date|expires on|expires at|date of expiry|valid until|valid till|valid to|valid through|renewal date|renew by|finished on|gültig bis|ablauf|ablaufdatum|läuft ab|läuft ab am|gültigkeit|verfallsdatum',
  neverExpires: 'never expires|does not expire|no expiry|unbefristet',
  number:
    'number|credential id|credential number|certificate id|certificate number|certificate no|certification id|certification number|license number|licence number|license no|licence no|registration number|badge id|serial number|verification code|nummer|nr|zertifikatsnummer|zertifikats nr|zertifikats id|urkundennummer|lizenznummer|registrierungsnummer|no',
  url: 'url|link|credential url|credential link|certificate url|certificate link|verification url|verification link|verify url|badge url|public url|web address|website|zertifikats url|webadresse|internetadresse',
  skills: 'skills|skill|competencies|kompetenzen|fähigkeiten|kenntnisse',
  tags: 'tags|tag|labels|label|schlagworte|schlagwörter|stichworte',
  hours: 'hours|study hours|clock hours|effort hours|duration hours|stunden|zeitaufwand',
  credits: 'credits|credit points',
  creditSystem: 'credit system',
  creditsToward: 'credits toward',
  grade: 'grade|score|mark|bewertung|endnote|punktzahl',
  cost: 'cost|price|fee|kosten|preis|gebühr',
  currency: 'currency|währung',
  costAid: 'cost aid|financial aid',
  costPaidBy: 'cost paid by|paid by|bezahlt von',
  capstone: 'capstone',
  verifiedTrack: 'verified track',
  language: 'language|sprache',
  notes:
    'notes|note|comments|comment|remarks|description|notizen|anmerkungen|anmerkung|bemerkungen|bemerkung|kommentar|beschreibung',
  situation: 'situation',
  task: 'task',
  action: 'action',
  result: 'result',
  quality: 'quality',
  pinned: 'pinned',
  leadDays: 'lead days',
  policyId: 'policy id',
} as const;

export type SourceField = keyof typeof names;

/** One row of a file by field, as the file writes it; what is absent or blank is left out. */
export type SourceCells = Readonly<Partial<Record<SourceField, string>>>;

/** Every field that a column can be matched to. */
// Object.keys gives the keys of the literal above.
export const sourceFields = Object.keys(names) as readonly SourceField[];

const keysByField = sourceFields.map(
  (field) => [field, [field, ...names[field].split('|')].map(keyOf)] as const,
);

const STORY: readonly SourceField[] = ['situation', 'task', 'action', 'result'];

/** The field of that name, whatever its case and spacing; undefined when there is none. */
export function sourceFieldNamed(text: string): SourceField | undefined {
  const key = keyOf(text);
  return sourceFields.find((field) => keyOf(field) === key);
}

/**
 * The field that each column of a header seems to hold, or null; no field twice.
 * Columns of a story are only taken together: "action" and "result" alone mean other things.
 */
export function proposeColumns(header: readonly string[]): Array<SourceField | null> {
  const keys = header.map(keyOf);
  const whole = STORY.every((field) => keys.includes(field));
  const proposed: Array<SourceField | null> = header.map(() => null);
  for (const [field, known] of keysByField) {
    if (STORY.includes(field) && !whole) continue;
    const found = known
      .map((key) => keys.indexOf(key))
      .find((at) => at !== -1 && proposed[at] === null);
    if (found !== undefined) proposed[found] = field;
  }
  return proposed;
}

function keyOf(text: string): string {
  return textKey(text).replaceAll(' ', '');
}
