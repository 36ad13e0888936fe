import type { Id } from '#shared/domain/credential.ts';
import type { OfferCase, OfferCourse, OfferLine } from '#shared/domain/creditOffer.ts';

/** An offer that may be taken on the way to a degree. */
export type PathOffer = Readonly<{
  id: Id;
  title: string;
  credits: number;
  countsOnce: boolean;
  /** Every course it uses, and of those what is still to be done. */
  courses: readonly OfferCourse[];
}>;

export type PathResult = Readonly<{
  reached: boolean;
  credits: number;
  offers: readonly PathOffer[];
  left: readonly Readonly<{ id: Id; title: string; reason: string }>[];
}>;

type Goal = Readonly<{ credits: number; by: 'cost' | 'hours' }>;
type Sums = Readonly<{ credits: number; cost: number; hours: number }>;

/**
 * The cheapest or the quickest set of offers that comes to so many credits of one degree, exactly:
 * of all sets the least money (or hours), then the least hours (or money), then the fewest offers. A
 * course that two offers use is paid and studied once; two offers that both count each course once
 * are never taken together where they share one.
 * @param accepted credits that are accepted already
 */
export function cheapestPath(
  cases: readonly Readonly<{ offer: OfferCase; line: OfferLine }>[],
  goal: Goal,
  accepted: number,
): PathResult {
  const left: Array<{ id: Id; title: string; reason: string }> = [];
  const taken = new Set(
    cases.flatMap(({ offer, line }) =>
      line.accepted > 0 ? offer.courses.map(({ key }) => key) : [],
    ),
  );
  const currency = commonCurrency(cases.map(({ offer }) => offer));
  const open: PathOffer[] = [];
  for (const { offer, line } of cases) {
    const { title, credits, countsOnce } = offer.fields;
    if (line.accepted > 0) continue;
    const reason =
      refusalOf(line) ?? unknownOf(offer, goal.by, currency) ?? conflictOf(offer, taken);
    if (reason !== null || credits === null)
      left.push({
        id: offer.id,
        title,
        reason: reason ?? 'Nothing says how many credits it gives.',
      });
    else open.push({ id: offer.id, title, credits, countsOnce, courses: offer.courses });
  }
  const need = goal.credits - accepted;
  if (need <= 0) return { reached: true, credits: accepted, offers: [], left };
  const best = search(open, need, goal.by);
  if (best === null) {
    const most = mostCredits(open);
    return { reached: false, credits: accepted + sumOf(most).credits, offers: most, left };
  }
  return { reached: true, credits: accepted + sumOf(best).credits, offers: best, left };
}

/** The offers that together come to the most credits, none of them in another's way. */
export function mostCredits<T extends PathOffer>(offers: readonly T[]): T[] {
  let best: readonly T[] = [];
  let most = 0;
  const rest = suffixCredits(offers);
  const visit = (at: number, chosen: readonly T[], credits: number): void => {
    if (credits > most) [best, most] = [chosen, credits];
    const offer = offers[at];
    if (offer === undefined || credits + (rest[at] ?? 0) <= most) return;
    if (chosen.every((other) => !clash(other, offer)))
      visit(at + 1, [...chosen, offer], credits + offer.credits);
    visit(at + 1, chosen, credits);
  };
  visit(0, [], 0);
  return [...best];
}

function search(
  offers: readonly PathOffer[],
  need: number,
  by: Goal['by'],
): readonly PathOffer[] | null {
  // The largest first: sets that reach are found early, and what costs more is cut off.
  const sorted = offers.toSorted((a, b) => b.credits - a.credits);
  const rest = suffixCredits(sorted);
  let best: readonly PathOffer[] | null = null;
  let price: Sums = { credits: 0, cost: Infinity, hours: Infinity };
  const visit = (at: number, chosen: readonly PathOffer[]): void => {
    const sums = sumOf(chosen);
    if (best !== null && comparePrice(sums, price, by) > 0) return;
    if (sums.credits >= need) {
      const order = comparePrice(sums, price, by);
      if (best === null || order < 0 || (order === 0 && chosen.length < best.length))
        [best, price] = [chosen, sums];
      return;
    }
    const offer = sorted[at];
    if (offer === undefined || sums.credits + (rest[at] ?? 0) < need) return;
    if (chosen.every((other) => !clash(other, offer))) visit(at + 1, [...chosen, offer]);
    visit(at + 1, chosen);
  };
  visit(0, []);
  return best;
}

/** Credits, money and hours of a set; each course once. */
export function sumOf(offers: readonly PathOffer[]): Sums {
  const courses = new Map(
    offers.flatMap((offer) => offer.courses.map((course) => [course.key, course] as const)),
  );
  let [cost, hours] = [0, 0];
  for (const course of courses.values()) {
    if (course.complete) continue;
    cost += course.costLeft?.amount ?? 0;
    hours += course.hoursLeft ?? 0;
  }
  return { credits: offers.reduce((sum, { credits }) => sum + credits, 0), cost, hours };
}

function comparePrice(a: Sums, b: Sums, by: Goal['by']): number {
  return by === 'cost'
    ? a.cost - b.cost || a.hours - b.hours
    : a.hours - b.hours || a.cost - b.cost;
}

/** Two offers that each want a course for themselves. */
function clash(a: PathOffer, b: PathOffer): boolean {
  if (!a.countsOnce || !b.countsOnce) return false;
  const keys = new Set(a.courses.map(({ key }) => key));
  return b.courses.some(({ key }) => keys.has(key));
}

function suffixCredits(offers: readonly PathOffer[]): number[] {
  const rest: number[] = [];
  let sum = 0;
  for (let at = offers.length - 1; at >= 0; at -= 1) {
    sum += offers[at]?.credits ?? 0;
    rest[at] = sum;
  }
  return rest;
}

function refusalOf({ state, reason }: OfferLine): string | null {
  return state === 'expired' || state === 'grade-too-low' || state === 'counted-already'
    ? reason
    : null;
}

function unknownOf({ courses }: OfferCase, by: Goal['by'], currency: string | null): string | null {
  for (const { title, complete, costLeft, hoursLeft } of courses) {
    if (complete) continue;
    if (by === 'hours' && hoursLeft === null) return `Nothing says the hours of ${title}.`;
    if (by === 'cost' && costLeft === null) return `Nothing says the cost of ${title}.`;
    if (costLeft !== null && costLeft.amount > 0 && costLeft.currency !== currency)
      return `${title} costs ${costLeft.currency}, which is not converted into ${currency}.`;
  }
  return null;
}

function conflictOf({ fields, courses }: OfferCase, taken: ReadonlySet<string>): string | null {
  const course = fields.countsOnce ? courses.find(({ key }) => taken.has(key)) : undefined;
  return course === undefined ? null : `${course.title} counts towards this degree already.`;
}

/** The currency in which most courses are paid; null where none has a price. */
function commonCurrency(offers: readonly OfferCase[]): string | null {
  const counts = new Map<string, number>();
  for (const { courses } of offers) {
    for (const { costLeft } of courses) {
      if (costLeft !== null && costLeft.amount > 0)
        counts.set(costLeft.currency, (counts.get(costLeft.currency) ?? 0) + 1);
    }
  }
  const [most] = [...counts].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return most?.[0] ?? null;
}
