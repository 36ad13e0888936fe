import { designationBook } from '#shared/catalog/sharing.ts';
import { designationOf, lettersHeld, lintDesignations } from '#shared/domain/designationLint.ts';
import type { Finding } from '#shared/domain/designationRule.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { SharingRepository } from '../repositories/sharingRepository.ts';
import type { Outgoing } from './outgoing.ts';

type Parts = Readonly<{ writer: Writer; sharing: SharingRepository; outgoing: Outgoing }>;

export type DesignationService = ReturnType<typeof createDesignationService>;

/** Looks over what goes out by the rule book, against what is held on the day (features.md H11). */
export function createDesignationService({ writer, sharing, outgoing }: Parts) {
  const lint = (text: string, asOf: PlainDate, withDismissed: boolean): Finding[] =>
    lintDesignations(text, {
      book: designationBook(),
      held: lettersHeld(outgoing.all(asOf)),
      dismissed: sharing.dismissed(),
    }).filter(({ dismissed }) => withDismissed || !dismissed);

  return {
    lint,

    rules: (): ProcedureOutput<'designations.rules'> => {
      const { note, designations, rules } = designationBook();
      return { note, designations: [...designations], rules: [...rules] };
    },

    dismiss: (key: string, note: string): void =>
      writer.run(`Dismissed a finding: ${key.slice(0, 100)}`, (tx) =>
        tx.put('dismissed_finding', { id: key, note, created_at: tx.at }),
      ),

    restore: (key: string): void =>
      writer.run(`Shows a finding again: ${key.slice(0, 100)}`, (tx) =>
        tx.remove('dismissed_finding', key),
      ),

    mayStateExpectedDate: (
      asked: ParsedInput<'designations.mayStateExpectedDate'>,
    ): ProcedureOutput<'designations.mayStateExpectedDate'> => {
      const known = designationOf(designationBook(), asked);
      return { allowed: known?.expectedDate ?? true, source: known?.source ?? null };
    },
  };
}
