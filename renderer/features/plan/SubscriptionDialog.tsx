import {
  ActionIcon,
  Autocomplete,
  Button,
  Modal,
  NumberInput,
  Select,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Money } from '#shared/domain/money.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { subscriptionFieldsSchema } from '#shared/domain/subscriptionFields.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import dialog from '../stacks/Dialog.module.css';
import { closePlanDialog } from './dialogs.ts';
import classes from './Subscriptions.module.css';

const payers = ['self', 'employer', 'other'] as const;
type Payer = (typeof payers)[number];

/** What the form holds; `undefined` is what is typed and not read yet. */
type Draft = {
  platform: string;
  plan: string;
  price: Money | null | undefined;
  from: PlainDate | null | undefined;
  until: PlainDate | null | undefined;
  trialEnds: PlainDate | null | undefined;
  aidPercent: number;
  payer: Payer;
  changes: { from: PlainDate | null | undefined; price: Money | null | undefined }[];
};

/** Asks for a platform that is paid by the month. */
export function SubscriptionDialog({
  subscription,
}: Readonly<{ subscription: SubscriptionView | null }>) {
  const { asOf } = useAsOf();
  const [draft, setDraft] = useState<Draft>(() => draftOf(subscription, asOf));
  const [tried, setTried] = useState(false);
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const saved = {
    done: () =>
      t('plan.subscriptions.saved', { title: draft.plan.trim() || draft.platform.trim() }),
  };
  const add = useCommand('subscriptions.add', saved);
  const update = useCommand('subscriptions.update', saved);
  const fields = fieldsOf(draft, subscription);
  const save = () => {
    setTried(true);
    if (fields === null) return;
    const after = { onSuccess: () => closePlanDialog() };
    if (subscription === null) add.mutate({ fields, asOf }, after);
    else update.mutate({ id: subscription.id, patch: fields, asOf }, after);
  };
  const day = (name: 'from' | 'until' | 'trialEnds') => (
    <DateText
      label={t(`plan.subscriptions.${name}`)}
      wholeDay
      value={draft[name] ?? null}
      onChange={(value) => set({ [name]: wholeDay(value) })}
    />
  );
  return (
    <Modal
      opened
      onClose={closePlanDialog}
      returnFocus={false}
      size={560}
      title={t(subscription === null ? 'plan.subscriptions.add' : 'plan.subscriptions.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: dialog.modal ?? '' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={dialog.body}>
          <div className={dialog.pair}>
            <Autocomplete
              data-autofocus
              openOnFocus={false}
              label={t('plan.subscriptions.platform')}
              data={['Coursera', 'edX', 'LinkedIn Learning', 'Udacity', 'DataCamp', 'Pluralsight']}
              value={draft.platform}
              onChange={(platform) => set({ platform })}
            />
            <TextInput
              label={t('plan.subscriptions.plan')}
              value={draft.plan}
              onChange={(event) => set({ plan: event.currentTarget.value })}
            />
            <MoneyField
              label={t('plan.subscriptions.price')}
              value={draft.price ?? null}
              onChange={(price) => set({ price })}
            />
            {day('from')}
            {day('until')}
            {day('trialEnds')}
            <NumberInput
              label={t('plan.subscriptions.aid')}
              min={0}
              max={100}
              allowDecimal={false}
              value={draft.aidPercent}
              onChange={(value) => set({ aidPercent: typeof value === 'number' ? value : 0 })}
            />
            <Select
              label={t('plan.subscriptions.payer')}
              allowDeselect={false}
              value={draft.payer}
              data={payers.map((value) => ({
                value,
                label: t(`plan.subscriptions.payers.${value}`),
              }))}
              onChange={(value) => set({ payer: payers.find((one) => one === value) ?? 'self' })}
            />
          </div>
          <Changes draft={draft} onChange={(changes) => set({ changes })} />
          {tried && fields === null && (
            <p role="alert" className={dialog.failed}>
              {t('plan.subscriptions.need')}
            </p>
          )}
        </div>
        <div className={dialog.foot}>
          <Button size="sm" variant="default" onClick={closePlanDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" loading={add.isPending || update.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

type ChangesProps = Readonly<{
  draft: Draft;
  onChange: (changes: Draft['changes']) => void;
}>;

function Changes({ draft: { changes, price }, onChange }: ChangesProps) {
  const currency = price?.currency;
  return (
    <>
      {changes.map((change, index) => (
        // A row has no name of its own; rows are only added at the end.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className={classes.change}>
          <DateText
            label={t('plan.subscriptions.changeFrom')}
            wholeDay
            value={change.from ?? null}
            onChange={(from) => onChange(changes.with(index, { ...change, from: wholeDay(from) }))}
          />
          <MoneyField
            label={t('plan.subscriptions.changePrice')}
            value={change.price ?? null}
            {...(currency === undefined ? {} : { currency })}
            onChange={(next) => onChange(changes.with(index, { ...change, price: next }))}
          />
          <ActionIcon
            aria-label={t('plan.subscriptions.removeChange')}
            onClick={() => onChange(changes.toSpliced(index, 1))}
          >
            <IconX size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => onChange([...changes, { from: null, price: null }])}
        >
          {t('plan.subscriptions.addChange')}
        </Button>
      </div>
    </>
  );
}

/** A whole day, none, or `undefined` for what is not read yet. */
function wholeDay(value: string | null | undefined): PlainDate | null | undefined {
  return value === null ? null : plainDateSchema.safeParse(value).data;
}

function draftOf(subscription: SubscriptionView | null, asOf: PlainDate): Draft {
  if (subscription === null) {
    return {
      platform: '',
      plan: '',
      price: null,
      from: asOf,
      until: null,
      trialEnds: null,
      aidPercent: 0,
      payer: 'self',
      changes: [],
    };
  }
  const { platform, plan, price, from, until, trialEnds, aidPercent, payer } = subscription;
  return {
    platform,
    plan: plan ?? '',
    price,
    from,
    until,
    trialEnds,
    aidPercent,
    payer,
    changes: subscription.priceChanges.map((change) => ({
      from: change.from,
      price: { amount: change.amount, currency: price.currency },
    })),
  };
}

/** The fields as the contract asks for them; null while something is missing. */
function fieldsOf(draft: Draft, subscription: SubscriptionView | null) {
  const read = subscriptionFieldsSchema.safeParse({
    platform: draft.platform,
    plan: draft.plan.trim() === '' ? null : draft.plan,
    price: draft.price,
    from: draft.from,
    until: draft.until,
    trialEnds: draft.trialEnds,
    aidPercent: draft.aidPercent,
    payer: draft.payer,
    priceChanges: draft.changes.map(({ from, price }) => ({ from, amount: price?.amount })),
    pauses: subscription?.pauses ?? [],
    credentialIds: subscription?.credentialIds ?? null,
    note: subscription?.note ?? null,
  });
  const unread = [draft.until, draft.trialEnds].includes(undefined);
  return read.success && !unread ? read.data : null;
}
