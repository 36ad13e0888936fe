import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import {
  degreeKeyOf,
  isAdmitted,
  isAfterDeadline,
  judgeOffers,
} from '#shared/domain/creditLedger.ts';
import type { Acceptance, OfferCase, OfferCourse, OfferLine } from '#shared/domain/creditOffer.ts';
import { cheapestPath, mostCredits, sumOf, type PathOffer } from '#shared/domain/creditPath.ts';
import { sumMoney } from '#shared/domain/moneySums.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { leafTitle } from '#shared/domain/stackNodeView.ts';
import { costOf, leafHoursLeft } from '#shared/domain/stackPlan.ts';
import type { LeafResult } from '#shared/domain/stackResult.ts';
import { courseKey } from '#shared/domain/stackWhatIf.ts';
import { isValid } from '#shared/domain/status.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { CreditRepository, StoredOffer } from '../repositories/creditRepository.ts';
import type { StackRepository, StoredStack } from '../repositories/stackRepository.ts';
import type { StackWorld, StackWorldService } from './stackWorld.ts';

type Parts = Readonly<{
  writer: Writer;
  credits: CreditRepository;
  stacks: StackRepository;
  worlds: StackWorldService;
}>;

type Degree = ProcedureOutput<'credits.ledger'>[number];

export type CreditService = ReturnType<typeof createCreditService>;

/** Credit towards a degree: what is offered, apart from what was accepted (features.md C3). */
export function createCreditService({ writer, credits, stacks, worlds }: Parts) {
  const casesIn = (world: StackWorld): OfferCase[] => {
    const accepted = Map.groupBy(credits.acceptances(), ({ offerId }) => offerId);
    return credits.offers().map((offer) => caseOf(offer, world, accepted.get(offer.id) ?? []));
  };

  const linesOf = (world: StackWorld): OfferLine[] => judgeOffers(casesIn(world), world.asOf);

  const lineOf = (id: Id, asOf: PlainDate): OfferLine => {
    const line = linesOf(worlds.load(asOf)).find((item) => item.id === id);
    if (!line) throw notFound(id);
    return line;
  };

  /** @throws AppError not_found */
  const find = (id: Id): StoredOffer => {
    const offer = credits.findOffer(id);
    if (!offer) throw notFound(id);
    return offer;
  };

  return {
    linesOf,
    casesIn,

    ledger: (asOf: PlainDate): Degree[] => {
      const cases = casesIn(worlds.load(asOf));
      const lines = judgeOffers(cases, asOf);
      const byId = new Map(cases.map((offer) => [offer.id, offer]));
      return [...Map.groupBy(lines, degreeKeyOf).values()].flatMap((own) => {
        const [head] = own;
        return head === undefined ? [] : [degreeOf(head, own, byId)];
      });
    },

    putOffer: ({ id, fields, asOf }: ParsedInput<'credits.putOffer'>): OfferLine => {
      if (id !== null) find(id);
      if (fields.stackId !== null && !stacks.find(fields.stackId))
        throw new AppError('not_found', `There is no stack ${fields.stackId}.`, {
          path: 'fields.stackId',
        });
      const label = `${id === null ? 'Added' : 'Changed'} the offer ${fields.title}`;
      const put = writer.run(label, (tx) => {
        const own = id ?? idSchema.parse(tx.newId());
        credits.putOffer(tx, own, fields);
        return own;
      });
      return lineOf(put, asOf);
    },

    /** @throws AppError refused while credit of it is accepted */
    removeOffer: (id: Id): boolean => {
      const { fields } = find(id);
      if (credits.acceptances().some(({ offerId }) => offerId === id))
        throw new AppError(
          'refused',
          `Credit by "${fields.title}" is accepted. Take the acceptance back first.`,
        );
      writer.run(`Removed the offer ${fields.title}`, (tx) => tx.remove('credit_offer', id));
      return true;
    },

    admit: ({ id, on, asOf }: ParsedInput<'credits.admit'>): OfferLine => {
      const { fields } = find(id);
      // One admission is to the degree: every offer towards it has it.
      const same = credits
        .offers()
        .filter((offer) => degreeKeyOf(offer.fields) === degreeKeyOf(fields));
      writer.run(
        on === null ? `Not admitted to ${fields.degree}` : `Admitted to ${fields.degree}`,
        (tx) => {
          for (const offer of same)
            credits.putOffer(tx, offer.id, { ...offer.fields, admittedOn: on });
        },
      );
      return lineOf(id, asOf);
    },

    /** @throws AppError refused while the offer's conditions fail on that day, with the reason */
    accept: (input: ParsedInput<'credits.accept'>): OfferLine => {
      const { fields } = find(input.offerId);
      const amount = input.credits ?? fields.credits;
      if (amount === null)
        throw new AppError('invalid_input', 'Say how many credits were accepted.', {
          path: 'credits',
        });
      const line = lineOf(input.offerId, input.on);
      const left = (fields.credits ?? Number.POSITIVE_INFINITY) - sumCredits(line.acceptances);
      const open = line.state === 'not-yet-accepted' || line.state === 'accepted';
      if (!open || !isAdmitted(fields, input.on)) throw new AppError('refused', line.reason);
      if (isAfterDeadline(fields, input.on))
        throw new AppError('refused', `The offer ended on ${fields.deadline}.`, { path: 'on' });
      if (amount > left)
        throw new AppError(
          'refused',
          left <= 0
            ? `All ${fields.credits} credits of it are accepted already.`
            : `It offers ${left} more credits, not ${amount}.`,
          { path: 'credits' },
        );
      writer.run(`Accepted ${amount} credits by ${fields.title}`, (tx) =>
        credits.putAcceptance(tx, {
          id: idSchema.parse(tx.newId()),
          offerId: input.offerId,
          credits: amount,
          on: input.on,
          note: input.note,
        }),
      );
      return lineOf(input.offerId, input.asOf);
    },

    /** @throws AppError not_found */
    removeAcceptance: (id: Id): boolean => {
      if (!credits.findAcceptance(id))
        throw new AppError('not_found', `There is no accepted credit ${id}.`);
      writer.run('Took accepted credit back', (tx) => tx.remove('credit_acceptance', id));
      return true;
    },

    /** @throws AppError not_found for a degree without an offer */
    path: (input: ParsedInput<'credits.path'>): ProcedureOutput<'credits.path'> => {
      const cases = casesIn(worlds.load(input.asOf)).filter(
        ({ fields }) => degreeKeyOf(fields) === degreeKeyOf(input),
      );
      if (cases.length === 0)
        throw new AppError('not_found', `No offer leads to ${input.degree}, ${input.institution}.`);
      const lines = judgeOffers(cases, input.asOf);
      const accepted = lines.reduce((sum, line) => sum + line.accepted, 0);
      const pairs = cases.flatMap((offer) => {
        const line = lines.find(({ id }) => id === offer.id);
        return line ? [{ offer, line }] : [];
      });
      const found = cheapestPath(pairs, { credits: input.credits, by: input.by }, accepted);
      const { courses } = unionOf(found.offers);
      const hours = courses.some(({ hoursLeft }) => hoursLeft === null)
        ? null
        : round(sumOf(found.offers).hours);
      return {
        reached: found.reached,
        accepted,
        credits: found.credits,
        hours,
        cost: sumMoney(courses.flatMap(({ costLeft }) => costLeft ?? [])),
        offers: found.offers.map((offer) => {
          const open = offer.courses.filter(({ complete }) => !complete);
          return {
            offerId: offer.id,
            title: offer.title,
            credits: offer.credits,
            hours: open.some(({ hoursLeft }) => hoursLeft === null)
              ? null
              : round(sumOf([offer]).hours),
            cost: sumMoney(open.flatMap(({ costLeft }) => costLeft ?? [])),
            courses: open.map(({ title }) => title),
          };
        }),
        left: found.left.map(({ id, title, reason }) => ({ offerId: id, title, reason })),
      };
    },
  };
}

function degreeOf(
  head: OfferLine,
  own: readonly OfferLine[],
  cases: ReadonlyMap<Id, OfferCase>,
): Degree {
  const of = own.reduce<number | null>((most, line) => line.of ?? most, null);
  const accepted = own.reduce((sum, line) => sum + line.accepted, 0);
  const standing = own.flatMap((line): PathOffer[] => {
    const { id, title, credits, countsOnce, state } = line;
    const courses = cases.get(id)?.courses ?? [];
    return credits === null || state === 'expired' || state === 'counted-already'
      ? []
      : [{ id, title, credits, countsOnce, courses }];
  });
  return {
    institution: head.institution,
    degree: head.degree,
    system: head.system,
    of,
    offered: mostCredits(standing).reduce((sum, { credits }) => sum + credits, 0),
    accepted,
    needed: of === null ? null : Math.max(0, of - accepted),
    admittedOn: own.flatMap(({ admittedOn }) => admittedOn ?? []).toSorted()[0] ?? null,
    offers: [...own],
  };
}

function caseOf(
  { id, fields }: StoredOffer,
  world: StackWorld,
  acceptances: readonly Acceptance[],
): OfferCase {
  const stored = world.stacks.find((stack) => stack.id === fields.stackId);
  const reported = stored && world.report(stored);
  const courses = new Map<string, OfferCourse>();
  for (const leaf of reported?.asked ?? []) {
    const course = courseOf(leaf, stored);
    courses.set(course.key, course);
  }
  for (const credentialId of fields.credentialIds) {
    if (!courses.has(credentialId)) courses.set(credentialId, namedCourse(credentialId, world));
  }
  const all = [...courses.values()];
  return {
    id,
    fields,
    courses: all,
    complete:
      all.length > 0 &&
      (reported?.result.complete ?? true) &&
      fields.credentialIds.every((named) => courses.get(named)?.complete === true),
    acceptances,
  };
}

function courseOf(leaf: LeafResult, stored: StoredStack | undefined): OfferCourse {
  const { credential, node, complete } = leaf;
  return {
    key: courseKey(leaf),
    title: leafTitle(leaf, stored?.names ?? new Map()),
    complete,
    grade: credential?.grade ?? null,
    verifiedRequired: node.verified ?? false,
    audit: credential?.audit ?? false,
    hoursLeft: complete ? 0 : leafHoursLeft(leaf),
    costLeft: complete ? null : costOf(leaf),
  };
}

/** A course that the offer names itself. */
function namedCourse(id: Id, { index }: StackWorld): OfferCourse {
  const credential = index.byId.get(id);
  const complete = credential !== undefined && isValid(index.statusOf(credential).status);
  const share = credential?.lifecycle === 'in-progress' ? (credential.progress ?? 0) / 100 : 0;
  const hours = credential?.hours ?? null;
  return {
    key: id,
    title: credential?.title ?? 'Removed credential',
    complete,
    grade: credential?.grade ?? null,
    verifiedRequired: false,
    audit: credential?.audit ?? false,
    hoursLeft: complete ? 0 : hours === null ? null : hours * (1 - share),
    costLeft: complete ? null : (credential?.cost ?? null),
  };
}

function unionOf(offers: readonly PathOffer[]): Readonly<{ courses: OfferCourse[] }> {
  const courses = new Map(
    offers.flatMap((offer) => offer.courses.map((course) => [course.key, course] as const)),
  );
  return { courses: [...courses.values()].filter(({ complete }) => !complete) };
}

const sumCredits = (acceptances: OfferLine['acceptances']): number =>
  acceptances.reduce((sum, { credits }) => sum + credits, 0);

const round = (hours: number): number => Math.round(hours * 100) / 100;

const notFound = (id: Id) => new AppError('not_found', `There is no offer of credit ${id}.`);
