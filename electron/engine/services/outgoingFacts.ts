import { designationBook } from '#shared/catalog/sharing.ts';
import type { Credential, Id } from '#shared/domain/credential.ts';
import { mayStateExpectedDate } from '#shared/domain/designationLint.ts';
import type { AcceptedCredit } from '#shared/domain/line.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { leavesOf } from '#shared/domain/stackResult.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { CreditService } from './creditService.ts';
import type { OutgoingFacts } from './exportContent.ts';
import type { StackService } from './stackService.ts';

type Parts = Readonly<{
  stackService: Pick<StackService, 'reports' | 'credentialIdsOf'>;
  creditService: Pick<CreditService, 'ledger'>;
}>;

/**
 * What stacks, the ledger of credit and the bodies' rule book say of what goes out (domain.md
 * section 7). A program is the credential that bears the name of its stack or of what that grants.
 */
export function createOutgoingFacts({ stackService, creditService }: Parts) {
  return (asOf: PlainDate, all: readonly Credential[]): OutgoingFacts => {
    const programs = programsOf(all);
    const stacks = stackService.reports(asOf).map(({ stored, result }) => ({
      id: stored.id,
      program: programs(stored.draft.title) ?? programs(stored.draft.grants?.award ?? ''),
      members: leavesOf(result).flatMap(({ credential }) => credential?.id ?? []),
    }));
    const programOfStack = new Map(stacks.map(({ id, program }) => [id, program]));
    return {
      courses: new Map(
        stacks.flatMap(({ program, members }): [Id, Id[]][] =>
          program === undefined ? [] : [[program, [...new Set(members)]]],
        ),
      ),
      credit: acceptedCredit(creditService.ledger(asOf), programOfStack),
      membersOf: (id) => new Set(stackService.credentialIdsOf(id, asOf)),
      mayExpect: ({ policyId, abbreviation }) =>
        mayStateExpectedDate(designationBook(), { policyId, abbreviation }),
    };
  };
}

/** Kinds that are made of courses. */
const programKinds: ReadonlySet<Credential['kind']> = new Set([
  'degree',
  'university-certificate',
  'micromasters',
  'microbachelors',
  'xseries',
  'professional-certificate',
  'specialization',
  'mastertrack',
  'nanodegree',
  'learning-path',
  'bootcamp',
]);

/** Finds the one program of a name; none where several bear it. */
function programsOf(all: readonly Credential[]): (name: string) => Id | undefined {
  const byName = Map.groupBy(
    all.filter(({ kind }) => programKinds.has(kind)),
    ({ title }) => textKey(title),
  );
  return (name) => {
    const [one, another] = byName.get(textKey(name)) ?? [];
    return another === undefined ? one?.id : undefined;
  };
}

/** Accepted credit of a program, or of the only course of an offer; the most where there are several. */
function acceptedCredit(
  degrees: ReturnType<CreditService['ledger']>,
  programOfStack: ReadonlyMap<Id, Id | undefined>,
): ReadonlyMap<Id, AcceptedCredit> {
  const credit = new Map<Id, AcceptedCredit>();
  for (const { accepted: amount, system, institution, stackId, credentialIds } of degrees.flatMap(
    ({ offers }) => offers,
  )) {
    const [course, ...others] = credentialIds;
    const single = others.length === 0 ? course : undefined;
    const id = (stackId === null ? undefined : programOfStack.get(stackId)) ?? single;
    if (id === undefined || amount <= (credit.get(id)?.amount ?? 0)) continue;
    credit.set(id, { amount, system, institution });
  }
  return credit;
}
