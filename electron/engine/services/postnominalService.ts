import type { Credential } from '#shared/domain/credential.ts';
import { oneLine } from '#shared/domain/escape.ts';
import { compareOutgoing, validStatuses } from '#shared/domain/order.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { postnominalOf, type Postnominal } from '#shared/domain/postnominal.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { SharingRepository } from '../repositories/sharingRepository.ts';
import type { Outgoing } from './outgoing.ts';

type Parts = Readonly<{ writer: Writer; sharing: SharingRepository; outgoing: Outgoing }>;
type Shown = ProcedureOutput<'postnominals.list'>['items'][number];

export type PostnominalService = ReturnType<typeof createPostnominalService>;

/** Which credentials have letters that stand after a name (features.md B11). */
export function createPostnominalService({ writer, sharing, outgoing }: Parts) {
  const all = (credentials: readonly Credential[]): Postnominal[] => {
    const choices = sharing.choices();
    return credentials.map((credential) => postnominalOf(credential, choices.get(credential.id)));
  };

  return {
    all,

    /** The letters of one credential; null when it has none. */
    lettersOf: (credential: Credential): string | null =>
      postnominalOf(credential, sharing.choice(credential.id)).letters,

    /** All that have letters, or about which something was said. */
    list: (asOf: PlainDate): Shown[] =>
      all(outgoing.all(asOf).toSorted(compareOutgoing))
        .filter(({ letters, choice }) => letters !== null || choice.shown !== null)
        .map(toShown),

    /** @throws AppError not_found */
    set: ({ id, asOf, shown, letters, rank, place }: ParsedInput<'postnominals.set'>): Shown => {
      const { title } = outgoing.get(id, asOf);
      writer.run(`Changed the letters of ${title}`, (tx) => {
        const before = sharing.choice(id);
        sharing.setChoice(tx, id, {
          shown: shown === undefined ? before.shown : shown,
          letters: letters === undefined ? before.letters : letters,
          rank: rank === undefined ? before.rank : rank,
          place: place === undefined ? before.place : place,
        });
      });
      return toShown(postnominalOf(outgoing.get(id, asOf), sharing.choice(id)));
    },
  };
}

function toShown({ credential, letters, rank, worthy, reason, choice }: Postnominal): Shown {
  return {
    id: credential.id,
    title: oneLine(credential.title),
    letters,
    rank,
    status: credential.status,
    valid: validStatuses.has(credential.status),
    worthy,
    reason,
    chosen: { ...choice },
  };
}
