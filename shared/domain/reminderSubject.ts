import type { Money } from '#shared/domain/money.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Ladder } from '#shared/domain/status.ts';
import type { Hundredths } from '#shared/domain/units.ts';

type About = Readonly<{
  /** Id of the record that a click opens: a credential, a stack or a subscription. */
  subjectId: string;
  /** What the texts call it: the abbreviation where there is one, else the title. */
  title: string;
  /**
   * Since when it is on record. An occasion that was over before then is never told: importing old
   * certificates brings no reminders of their ends.
   */
  knownSince: PlainDate;
  /** Tells apart what would else have one key: two fees of a credential on one day, two units. */
  part?: string;
}>;

/** The latest cycle of an earned credential that has an end. */
export type ExpirySubject = About &
  Readonly<{ kind: 'expires'; expires: PartialDate; ladder: Ladder | null }>;

export type WindowSubject = About &
  Readonly<{ kind: 'renewal-window-opens'; opens: PlainDate; cycleEnd: PartialDate }>;

/** A requirement of an open cycle, as the ledger counts it. */
export type PaceSubject = About &
  Readonly<{
    kind: 'ce-behind-pace';
    cycleStart: PartialDate;
    cycleEnd: PartialDate;
    unit: string;
    total: Hundredths;
    counted: Hundredths;
  }>;

/** One year of a cycle that has a hard minimum. */
export type YearSubject = About &
  Readonly<{
    kind: 'ce-year-minimum';
    yearEnd: PlainDate;
    unit: string;
    min: Hundredths;
    counted: Hundredths;
  }>;

/** A credential that is planned or in progress. */
export type TargetSubject = About & Readonly<{ kind: 'target-date'; target: PartialDate }>;

/** A fee that is not yet paid. Of a date without a day, the first day counts: the safe reading. */
export type FeeSubject = About &
  Readonly<{ kind: 'fee-due'; dueOn: PartialDate; fee: string; amount: Money | null }>;

export type Deadline = 'verified-upgrade' | 'refund' | 'aid' | 'free-trial';

/** Of a date without a day, the first day counts: the safe reading. */
export type DeadlineSubject = About &
  Readonly<{ kind: 'deadline'; deadline: Deadline; on: PartialDate }>;

/** It renews every so many months after `from`, the day of the month clamped, through `until`. */
export type SubscriptionSubject = About &
  Readonly<{
    kind: 'subscription-renews';
    from: PlainDate;
    everyMonths: number;
    until: PlainDate | null;
    /** Days, both ends included, on which it does not renew; without an end, for good. */
    pauses?: readonly Readonly<{ from: PlainDate; to: PlainDate | null }>[];
    price: Money | null;
  }>;

/** Proofs of a past cycle, to be kept through `keptUntil`. */
export type ProofSubject = About &
  Readonly<{
    kind: 'proof-deletable';
    cycleEnd: PartialDate;
    keptUntil: PlainDate;
    proofs: number;
  }>;

/**
 * A part of a stack that expires before the stack's forecast or target. `knownSince` is the day of
 * that forecast: being at risk is told from then on.
 */
export type StackSubject = About &
  Readonly<{
    kind: 'stack-at-risk';
    credentialId: string;
    credentialTitle: string;
    expires: PartialDate;
    neededUntil: PlainDate;
  }>;

/** One thing to be reminded of, as far as reminders need to know it (domain.md section 5). */
export type ReminderSubject =
  | ExpirySubject
  | WindowSubject
  | PaceSubject
  | YearSubject
  | TargetSubject
  | FeeSubject
  | DeadlineSubject
  | SubscriptionSubject
  | ProofSubject
  | StackSubject;
