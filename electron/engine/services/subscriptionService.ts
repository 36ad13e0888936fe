import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { addDays, type PlainDate } from '#shared/domain/plainDate.ts';
import type { ReminderSubject } from '#shared/domain/reminderSubject.ts';
import {
  assertBilling,
  firstPaymentOn,
  nextPayment,
  paymentsThrough,
  savingBy,
  subscriptionState,
} from '#shared/domain/subscription.ts';
import type { SubscriptionFields } from '#shared/domain/subscriptionFields.ts';
import { textKey } from '#shared/domain/textKey.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import type { Writer } from '../changes.ts';
import type { CostRepository } from '../repositories/costRepository.ts';
import type {
  StoredSubscription,
  SubscriptionRepository,
} from '../repositories/subscriptionRepository.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import type { StudyService } from './studyService.ts';
import { pictureOf, savingView, type SubscriptionPicture } from './subscriptionView.ts';

type Parts = Readonly<{
  writer: Writer;
  subscriptions: SubscriptionRepository;
  costs: CostRepository;
  words: WordRepository;
  study: StudyService;
}>;

/** More cost lines than a portfolio is made for (performance.md). */
const EVERY_LINE = 1_000_000;

export type SubscriptionService = ReturnType<typeof createSubscriptionService>;

/** Platforms paid by the month: what they have cost, will cost, and for what (B10). */
export function createSubscriptionService({ writer, subscriptions, costs, words, study }: Parts) {
  /** @throws AppError not_found */
  const stored = (id: Id): StoredSubscription => {
    const found = subscriptions.find(id);
    if (!found) throw new AppError('not_found', `There is no subscription ${id}.`);
    return found;
  };

  const picturesOf = (
    list: readonly StoredSubscription[],
    asOf: PlainDate,
  ): SubscriptionPicture[] => {
    if (list.length === 0) return [];
    const forecasts = study.forecasts(asOf);
    const stating = costs.lines(null, EVERY_LINE).filter((line) => line.subscriptionId !== null);
    const titles = new Map(stating.map(({ credentialId, title }) => [credentialId, title]));
    return list.map((subscription) => {
      const stated = new Map<Id, number>();
      for (const { subscriptionId, credentialId, money } of stating) {
        if (subscriptionId !== subscription.id) continue;
        stated.set(credentialId, (stated.get(credentialId) ?? 0) + money.amount);
      }
      const covered = subscriptions.covered(subscription);
      return pictureOf({ subscription, covered, forecasts, stated, titles, asOf });
    });
  };

  const view = (id: Id, asOf: PlainDate): SubscriptionView => {
    const [picture] = picturesOf([stored(id)], asOf);
    if (!picture) throw new AppError('internal', 'A subscription has no view');
    return picture.view;
  };

  /** Writes it as one change; a new one gets its id. @throws AppError invalid_date, not_found */
  const save = (label: string, known: Id | null, fields: SubscriptionFields): Id => {
    assertBilling(fields);
    return writer.run(label, (tx) => {
      const id = known ?? idSchema.parse(tx.newId());
      for (const credentialId of fields.credentialIds ?? []) {
        if (tx.get('credential', credentialId) === undefined)
          throw new AppError('not_found', `There is no credential ${credentialId}.`, {
            path: 'credentialIds',
          });
      }
      subscriptions.put(tx, id, words.platformId(tx, fields.platform), fields);
      return id;
    });
  };

  return {
    pictures: (asOf: PlainDate): SubscriptionPicture[] => picturesOf(subscriptions.all(), asOf),

    list: (asOf: PlainDate): SubscriptionView[] =>
      picturesOf(subscriptions.all(), asOf).map((picture) => picture.view),

    get: (
      id: Id,
      asOf: PlainDate,
      finishBy: PlainDate | null,
    ): ProcedureOutput<'subscriptions.get'> => {
      const subscription = stored(id);
      const [picture] = picturesOf([subscription], asOf);
      if (!picture) throw new AppError('internal', 'A subscription has no view');
      const { projection, view: shown } = picture;
      const { currency } = subscription.price;
      const through = projection.through < asOf ? asOf : projection.through;
      // Days that are over can save nothing any more.
      const from = finishBy !== null && finishBy < asOf ? asOf : finishBy;
      const saving = from === null ? null : savingBy(projection, from);
      return {
        subscription: shown,
        payments: paymentsThrough(subscription, through).map(({ on, amount }) => ({
          on,
          price: { amount, currency },
          state: on <= asOf ? 'paid' : 'to-come',
        })),
        saving: saving && savingView(saving, currency),
      };
    },

    /** @throws AppError not_found, ambiguous */
    resolve: (ref: string): Id => {
      const text = ref.trim().toLowerCase();
      const all = subscriptions.all();
      const isPrefix = /^[0-9a-f-]{6,36}$/.test(text);
      const byId = isPrefix ? all.filter(({ id }) => id.startsWith(text)) : [];
      const key = textKey(ref);
      const found =
        byId.length > 0
          ? byId
          : all.filter(
              ({ plan, platform }) =>
                textKey(platform) === key || (plan !== null && textKey(plan) === key),
            );
      const [one, other] = found;
      if (one === undefined) throw new AppError('not_found', `No subscription is called "${ref}".`);
      if (other !== undefined)
        throw new AppError(
          'ambiguous',
          `More than one subscription is called "${ref}". Give its id.`,
          { details: found.map(({ id }) => id) },
        );
      return one.id;
    },

    add: (fields: SubscriptionFields, asOf: PlainDate): SubscriptionView => {
      return view(save(`Added the subscription ${titleOf(fields)}`, null, fields), asOf);
    },

    /** @throws AppError refused for another currency while cost lines state shares of it */
    update: (
      id: Id,
      patch: ParsedInput<'subscriptions.update'>['patch'],
      asOf: PlainDate,
    ): SubscriptionView => {
      const before = stored(id);
      const named = Object.fromEntries(
        Object.entries(patch).filter(([, value]) => value !== undefined),
      );
      const fields: SubscriptionFields = { ...before, ...named };
      if (fields.price.currency !== before.price.currency && costs.statingCount(id) > 0)
        throw new AppError(
          'refused',
          `Cost lines state shares of it in ${before.price.currency}. Change or remove them first.`,
          { path: 'price' },
        );
      save(`Changed the subscription ${titleOf(fields)}`, id, fields);
      return view(id, asOf);
    },

    /** @throws AppError refused while cost lines state shares of it */
    remove: (id: Id): boolean => {
      const subscription = stored(id);
      const lines = costs.statingCount(id);
      if (lines > 0)
        throw new AppError(
          'refused',
          `${lines === 1 ? 'A cost line states a share' : `${lines} cost lines state shares`} of it. Remove ${lines === 1 ? 'it' : 'them'} first.`,
        );
      writer.run(`Removed the subscription ${titleOf(subscription)}`, (tx) =>
        tx.remove('subscription', id),
      );
      return true;
    },

    /**
     * Pauses it from a day on or, without one, ends the pause that is open.
     * @throws AppError refused when it is paused already, or no pause is open
     */
    pause: (
      id: Id,
      from: PlainDate | null,
      to: PlainDate | null,
      asOf: PlainDate,
    ): SubscriptionView => {
      const before = stored(id);
      const open = before.pauses.find((pause) => pause.to === null);
      if (from === null) {
        if (open === undefined)
          throw new AppError('refused', `${titleOf(before)} has no pause without an end.`);
        const end = to ?? addDays(asOf, -1);
        // Ended on the day it began: it never was.
        const rest = before.pauses.filter((pause) => pause !== open);
        const pauses = end < open.from ? rest : [...rest, { from: open.from, to: end }];
        save(`Ended the pause of ${titleOf(before)}`, id, { ...before, pauses });
        return view(id, asOf);
      }
      const clashes = before.pauses.some(
        (pause) => (pause.to === null || pause.to >= from) && (to === null || pause.from <= to),
      );
      if (clashes)
        throw new AppError('refused', `${titleOf(before)} is paused in those days already.`);
      save(`Paused ${titleOf(before)}`, id, {
        ...before,
        pauses: [...before.pauses, { from, to }],
      });
      return view(id, asOf);
    },

    /** The ends of free trials, and payments to come, for reminders (domain.md section 5). */
    subjects: (asOf: PlainDate): ReminderSubject[] =>
      subscriptions.all().flatMap((subscription) => {
        const about = {
          subjectId: subscription.id,
          title: titleOf(subscription),
          knownSince: subscription.knownSince,
        };
        const trial: ReminderSubject[] =
          subscription.trialEnds === null
            ? []
            : [
                {
                  ...about,
                  kind: 'deadline',
                  part: 'free-trial',
                  deadline: 'free-trial',
                  on: subscription.trialEnds,
                },
              ];
        const state = subscriptionState(subscription, asOf);
        const next = nextPayment(subscription, asOf) ?? paymentsThrough(subscription, asOf).at(-1);
        const renewal: ReminderSubject[] =
          state === 'ended' || next === undefined
            ? []
            : [
                {
                  ...about,
                  kind: 'subscription-renews',
                  from: firstPaymentOn(subscription),
                  everyMonths: 1,
                  until: subscription.until,
                  pauses: subscription.pauses,
                  price: { amount: next.amount, currency: subscription.price.currency },
                },
              ];
        return [...trial, ...renewal];
      }),
  };
}

/** What a subscription is called: its plan, else the platform. */
export const titleOf = ({
  plan,
  platform,
}: Pick<SubscriptionFields, 'plan' | 'platform'>): string => plan ?? platform;
