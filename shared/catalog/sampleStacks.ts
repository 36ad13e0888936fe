import type { OfferFields } from '#shared/domain/creditOffer.ts';
import type { Id } from '#shared/domain/credential.ts';
import { addMonths, type PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Leaf, StackDraft } from '#shared/domain/stackTree.ts';

/** A stack of the sample that begins from the catalogue. */
export type SampleStart = Readonly<{
  programId: string;
  title: string;
  target: PartialDate | null;
  /** What the sample's holder was told of the credit that the catalogue has no figure for. */
  offer: Partial<OfferFields> | null;
}>;

/** The sample's stacks: a program towards a degree, a set of marketing, and a path into data. */
export function sampleStacks(
  today: PlainDate,
  idByTitle: ReadonlyMap<string, Id>,
): Readonly<{ started: SampleStart[]; own: StackDraft[] }> {
  const leaf = (title: string): Leaf => {
    const id = idByTitle.get(title);
    return id === undefined ? { match: { title } } : { credentialId: id };
  };
  return {
    started: [
      {
        programId: 'mitx-scm-program',
        title: 'Supply Chain Management',
        target: addMonths(today, 9),
        offer: {
          credits: 30,
          of: 96,
          system: 'other',
          verified: 'memory',
          note: 'The figures are the sample’s own: ask the university for those of the year.',
        },
      },
      {
        programId: 'digital-marketing-stack',
        title: 'Content and ads',
        target: addMonths(today, 6),
        offer: null,
      },
    ],
    own: [
      {
        title: 'Data science',
        kind: 'curated',
        target: null,
        grants: null,
        options: {},
        root: {
          rule: 'all',
          children: [
            leaf('Google Data Analytics'),
            leaf('IBM Data Science'),
            leaf('HarvardX Data Science'),
            {
              rule: 'any',
              title: 'Depth',
              children: [
                leaf('Deep Learning Specialization'),
                leaf('MITx Statistics and Data Science'),
              ],
            },
          ],
        },
      },
    ],
  };
}
