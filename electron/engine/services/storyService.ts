import { questions } from '#shared/catalog/sharing.ts';
import { AppError } from '#shared/appError.ts';
import {
  idSchema,
  type Credential,
  type Id,
  type Story as Star,
} from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { titleWithAbbreviation } from '#shared/domain/line.ts';
import { validStatuses } from '#shared/domain/order.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { StoryFields } from '#shared/domain/story.ts';
import { countWords, lintStory, secondsOf, spokenText } from '#shared/domain/storyLint.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Story } from '#shared/procedures/stories.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { StoredStory, StoryRepository } from '../repositories/storyRepository.ts';
import type { CredentialService } from './credentialService.ts';
import type { Outgoing } from './outgoing.ts';

type Parts = Readonly<{
  writer: Writer;
  stories: StoryRepository;
  credentials: CredentialService;
  outgoing: Outgoing;
}>;
type Day = Readonly<{ asOf: PlainDate; wordsPerMinute: number }>;
type Patch = ParsedInput<'stories.update'>['fields'];

const NO_STAR: Star = { situation: '', task: '', action: '', result: '' };

export type StoryService = ReturnType<typeof createStoryService>;

/**
 * Interview stories (features.md I5). The story that stands in a credential is one of them, under the
 * credential's id: its four parts stay in the credential, what else there is to say stands beside.
 */
export function createStoryService({ writer, stories, credentials, outgoing }: Parts) {
  const toStory = (stored: StoredStory | undefined, owner: Credential | null, day: Day): Story => {
    const star = stored?.star ?? owner?.story ?? NO_STAR;
    const linked = (stored?.credentialIds ?? []).filter((id) => id !== owner?.id);
    const found = linked.flatMap((id) => outgoing.find(id, day.asOf) ?? []);
    const all = owner === null ? found : [owner, ...found];
    const files = all.flatMap((credential) =>
      credential.evidence.map(({ id, name }) => ({ id, credentialId: credential.id, name })),
    );
    const evidence = files.filter(({ id }) => stored?.evidenceIds.includes(id) ?? false);
    const fields: StoryFields = {
      questionId: stored?.questionId ?? null,
      question: stored?.question ?? '',
      ...star,
      metric: stored?.metric ?? '',
      tools: stored?.tools ?? [],
      why: stored?.why ?? '',
      credentialIds: all.map(({ id }) => id),
      evidenceIds: evidence.map(({ id }) => id),
    };
    const words = countWords(spokenText(fields));
    return {
      ...fields,
      id: idSchema.parse(owner?.id ?? stored?.id),
      own: owner !== null,
      asked: askedOf(fields, 'en'),
      credentials: all.map(({ id, title, status }) => ({ id, title, status })),
      evidence,
      words,
      seconds: secondsOf(words, day.wordsPerMinute),
      lints: lintStory(fields, {
        evidence: evidence.length,
        notHeld: all.filter(({ status }) => !validStatuses.has(status)).map(titleWithAbbreviation),
        wordsPerMinute: day.wordsPerMinute,
      }),
      createdAt: stored?.createdAt ?? owner?.createdAt ?? '',
      updatedAt: latest(stored?.updatedAt, owner?.updatedAt),
    };
  };

  const list = (credentialId: Id | null, day: Day): Story[] => {
    const owners = credentialId === null ? stories.own() : [credentialId];
    const own = owners.flatMap((id) => {
      const owner = outgoing.find(id, day.asOf);
      return owner !== null && owner.story !== null ? [toStory(stories.find(id), owner, day)] : [];
    });
    const others = stories
      .list(credentialId)
      .filter(({ star }) => star !== null)
      .map((stored) => toStory(stored, null, day));
    return [...own, ...others];
  };

  /** @throws AppError not_found */
  const get = (id: Id, day: Day): Story => {
    const stored = stories.find(id);
    const owner = stored?.star ? null : outgoing.find(id, day.asOf);
    if ((stored === undefined || stored.star === null) && owner === null)
      throw new AppError('not_found', `There is no story ${id}.`);
    return toStory(stored, owner, day);
  };

  /** @throws AppError not_found for a credential that is not there */
  const putLinks = (tx: WritableDb, storyId: Id, ids: readonly Id[]): void => {
    const known = stories.links(storyId);
    const wanted = [...new Set(ids)].filter((id) => id !== storyId);
    for (const { id, credential_id: credentialId } of known)
      if (!wanted.some((each) => each === credentialId)) tx.remove('story_link', id);
    for (const [place, credentialId] of wanted.entries()) {
      if (!tx.get('credential', credentialId))
        throw new AppError('not_found', `There is no credential ${credentialId}.`, {
          path: 'credentialIds',
        });
      const before = known.find((link) => link.credential_id === credentialId);
      tx.put('story_link', {
        id: before?.id ?? tx.newId(),
        story_id: storyId,
        credential_id: credentialId,
        place,
      });
    }
  };

  const cellsOf = (fields: StoryFields) => ({
    question_id: assertQuestion(fields.questionId),
    question: fields.question,
    metric: fields.metric,
    tools: JSON.stringify(fields.tools),
    why: fields.why,
    evidence: JSON.stringify(fields.evidenceIds),
  });

  return {
    list,
    get,

    create: (fields: StoryFields, day: Day): Story => {
      const id = writer.run(`Added a story${named(fields)}`, (tx) => {
        const made = idSchema.parse(tx.newId());
        const { situation, task, action, result } = fields;
        tx.put('story', {
          id: made,
          ...cellsOf(fields),
          situation,
          task,
          action,
          result,
          created_at: tx.at,
          updated_at: tx.at,
        });
        putLinks(tx, made, fields.credentialIds);
        return made;
      });
      return get(id, day);
    },

    /** @throws AppError not_found */
    update: (id: Id, patch: Patch, day: Day): Story => {
      const before = get(id, day);
      const { situation, task, action, result, ...rest } = { ...before, ...defined(patch) };
      const star = { situation, task, action, result };
      writer.run(`Changed a story${named(before)}`, (tx) => {
        const row = tx.get('story', id);
        const kept = stories.find(id);
        // Files and links that are not to be seen today are not lost by a change of words.
        const evidenceIds = patch.evidenceIds ?? kept?.evidenceIds ?? [];
        if (before.own) credentials.update(tx, id, { story: star });
        const beside =
          row !== undefined || !before.own || saysMore(rest, id) || evidenceIds.length > 0;
        if (beside) {
          tx.put('story', {
            id,
            created_at: tx.at,
            ...row,
            ...cellsOf({ ...rest, ...star, evidenceIds }),
            ...(before.own ? { situation: null, task: null, action: null, result: null } : star),
            updated_at: tx.at,
          });
          if (patch.credentialIds !== undefined) putLinks(tx, id, patch.credentialIds);
        }
      });
      return get(id, day);
    },

    /** @throws AppError not_found */
    remove: (id: Id, asOf: PlainDate): boolean => {
      const story = get(id, { asOf, wordsPerMinute: 150 });
      writer.run(`Removed a story${named(story)}`, (tx) => {
        for (const link of stories.links(id)) tx.remove('story_link', link.id);
        tx.remove('story', id);
        if (story.own) credentials.update(tx, id, { story: null });
      });
      return true;
    },

    /** Which question is answered by which credential, and which by none. */
    coverage: (locale: string, asOf: PlainDate): ProcedureOutput<'stories.coverage'> => {
      const all = list(null, { asOf, wordsPerMinute: 150 }).filter(
        ({ result }) => result.trim() !== '',
      );
      const bank = questions(locale);
      const shown = new Map<Id, Story['credentials'][number]>();
      const cells = bank.flatMap(({ id: questionId }) => {
        const own = all.filter((story) => story.questionId === questionId);
        const byCredential = new Map<Id, Id[]>();
        for (const story of own)
          for (const credential of story.credentials) {
            shown.set(credential.id, credential);
            byCredential.set(credential.id, [...(byCredential.get(credential.id) ?? []), story.id]);
          }
        return [...byCredential].map(([credentialId, storyIds]) => ({
          questionId,
          credentialId,
          storyIds,
        }));
      });
      const answered = new Set(all.map(({ questionId }) => questionId));
      return {
        questions: bank,
        credentials: [...shown.values()],
        cells,
        uncovered: bank.filter(({ id }) => !answered.has(id)).map(({ id }) => id),
      };
    },
  };
}

/** The question as asked: the user's own words, else the bank's in a language. */
export function askedOf(
  { question, questionId }: Pick<StoryFields, 'question' | 'questionId'>,
  locale: string,
): string {
  if (question !== '') return question;
  return questions(locale).find(({ id }) => id === questionId)?.text ?? '';
}

/** @throws AppError invalid_input for a question that the bank does not have */
function assertQuestion(id: string | null): string | null {
  if (id === null || questions('en').some((question) => question.id === id)) return id;
  throw new AppError(
    'invalid_input',
    `There is no question "${id.slice(0, 60)}". List them with stories.questions.`,
    {
      path: 'questionId',
    },
  );
}

function saysMore(
  fields: Omit<StoryFields, 'situation' | 'task' | 'action' | 'result'>,
  own: Id,
): boolean {
  return (
    fields.questionId !== null ||
    [fields.question, fields.metric, fields.why].some((text) => text !== '') ||
    fields.tools.length > 0 ||
    fields.credentialIds.some((id) => id !== own)
  );
}

/** Without what is not named: undefined would write over what is there. */
function defined(patch: Patch): { [K in keyof Patch]?: Exclude<Patch[K], undefined> } {
  // Only undefined is taken out, so each value is of its field's type.
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof Patch]?: Exclude<Patch[K], undefined>;
  };
}

function named({ question, questionId }: Pick<StoryFields, 'question' | 'questionId'>): string {
  const asked = oneLine(askedOf({ question, questionId }, 'en'));
  return asked === '' ? '' : `: ${asked.slice(0, 80)}`;
}

const latest = (a: string | undefined, b: string | undefined): string =>
  (a ?? '') > (b ?? '') ? (a ?? '') : (b ?? '');
