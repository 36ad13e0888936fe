import { sampleStacks } from '#shared/catalog/sampleStacks.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { WritableDb } from '../changes.ts';
import type { CreditRepository } from '../repositories/creditRepository.ts';
import type { ProgramService } from './programService.ts';
import type { StackService } from './stackService.ts';

type Parts = Readonly<{
  programs: ProgramService;
  stackService: StackService;
  credits: CreditRepository;
}>;

/** Puts the sample's stacks in, over credentials that are there already, by their titles. */
export type PutSampleStacks = (
  tx: WritableDb,
  today: PlainDate,
  idByTitle: ReadonlyMap<string, Id>,
) => void;

export function createPutSampleStacks({ programs, stackService, credits }: Parts): PutSampleStacks {
  return (tx, today, idByTitle) => {
    const { started, own } = sampleStacks(today, idByTitle);
    for (const { programId, title, target, offer } of started) {
      const { id } = programs.start(tx, {
        programId,
        asOf: today,
        title,
        target,
        courses: [],
        plan: false,
      });
      for (const stored of credits.offers()) {
        if (stored.fields.stackId === id && offer !== null)
          credits.putOffer(tx, stored.id, { ...stored.fields, ...offer });
      }
    }
    for (const draft of own) stackService.insert(tx, draft);
  };
}
