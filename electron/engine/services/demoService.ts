import { sampleActivities, sampleCredentials, sampleDetails } from '#shared/catalog/sample.ts';
import type { Id } from '#shared/domain/credential.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { toHundredths } from '#shared/domain/units.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { CredentialService } from './credentialService.ts';
import type { PutSampleMoney } from './demoMoney.ts';
import type { SharingRepository } from '../repositories/sharingRepository.ts';
import type { PutSampleStacks } from './demoStacks.ts';

type Parts = Readonly<{
  writer: Writer;
  credentialService: CredentialService;
  /** Puts money and the study plan in. */
  putMoney: PutSampleMoney;
  putStacks: PutSampleStacks;
  sharing: SharingRepository;
  today: () => string;
}>;

export type DemoService = ReturnType<typeof createDemoService>;

const MARK = 'sample';

/** The sample portfolio: realistic credentials around today, marked as a sample. */
export function createDemoService({
  writer,
  credentialService,
  putMoney,
  putStacks,
  sharing,
  today,
}: Parts) {
  return {
    isSample: (): boolean => writer.rows.get('setting', MARK) !== undefined,

    /** Puts the sample in as one change. @returns how many credentials it has */
    fill: (): number =>
      writer.run('Added the sample portfolio', (tx) => {
        const day = plainDateSchema.parse(today());
        const sample = sampleCredentials(day);
        const ids = new Map<string, Id>();
        const idByTitle = new Map<string, Id>();
        for (const fields of sample) {
          const id = credentialService.insert(tx, fields);
          idByTitle.set(fields.title, id);
          if (fields.abbreviation) ids.set(fields.abbreviation, id);
        }
        putActivities(tx, day, ids);
        putMoney(tx, day, idByTitle);
        putStacks(tx, day, idByTitle);
        sharing.setDetails(tx, sampleDetails);
        tx.put('setting', { id: MARK, value: 'true' });
        return sample.length;
      }),
  };
}

/** The sample's activities, each counting for the credentials that it names. */
function putActivities(tx: WritableDb, today: PlainDate, ids: ReadonlyMap<string, Id>): void {
  for (const { on, title, provider, hours, counts } of sampleActivities(today)) {
    const id = tx.newId();
    tx.put('activity', {
      id,
      happened_on: on,
      title,
      provider,
      hours: toHundredths(hours),
      notes: null,
      created_at: tx.at,
      updated_at: tx.at,
    });
    for (const { abbreviation, units, category } of counts) {
      tx.put('allocation', {
        id: tx.newId(),
        activity_id: id,
        credential_id: ids.get(abbreviation) ?? '',
        unit: null,
        category,
        units: toHundredths(units),
      });
    }
  }
}
