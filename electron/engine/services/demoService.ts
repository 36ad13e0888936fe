import { sampleCredentials } from '#shared/catalog/sample.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import type { Writer } from '../changes.ts';
import type { CredentialService } from './credentialService.ts';

type Parts = Readonly<{
  writer: Writer;
  credentialService: CredentialService;
  today: () => string;
}>;

export type DemoService = ReturnType<typeof createDemoService>;

const MARK = 'sample';

/** The sample portfolio: realistic credentials around today, marked as a sample. */
export function createDemoService({ writer, credentialService, today }: Parts) {
  return {
    isSample: (): boolean => writer.rows.get('setting', MARK) !== undefined,

    /** Puts the sample in as one change. @returns how many credentials it has */
    fill: (): number =>
      writer.run('Added the sample portfolio', (tx) => {
        const sample = sampleCredentials(plainDateSchema.parse(today()));
        for (const fields of sample) credentialService.insert(tx, fields);
        tx.put('setting', { id: MARK, value: 'true' });
        return sample.length;
      }),
  };
}
