import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { costFieldsSchema, costKindSchema, payerSchema } from '#shared/domain/cost.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { Money } from '#shared/domain/money.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { MoneyField } from '../../ui/MoneyField.tsx';
import dialog from '../stacks/Dialog.module.css';
import { closePlanDialog, type ShownCost } from './dialogs.ts';

/** Credentials offered before anything is typed. */
const OFFERED = 200;

type Day = PlainDate | null | undefined;

type CostDialogProps = Readonly<{ cost: ShownCost | null; credentialId: Id | null }>;

/** Records a payment for a credential, made or to come. */
export function CostDialog({ cost, credentialId }: CostDialogProps) {
  const { asOf } = useAsOf();
  const [about, setAbout] = useState<Id | null>(cost?.credentialId ?? credentialId);
  const [kind, setKind] = useState(cost?.kind ?? 'course');
  const [money, setMoney] = useState<Money | null | undefined>(cost?.money ?? null);
  const [paidOn, setPaidOn] = useState<Day>(cost === null ? asOf : cost.paidOn);
  const [payer, setPayer] = useState(cost?.payer ?? 'self');
  const [payerName, setPayerName] = useState(cost?.payerName ?? '');
  const [back, setBack] = useState<Money | null | undefined>(
    cost === null || cost.reimbursed === 0
      ? null
      : { amount: cost.reimbursed, currency: cost.money.currency },
  );
  const [backOn, setBackOn] = useState<Day>(cost?.reimbursedOn ?? null);
  const [note, setNote] = useState(cost?.note ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const saved = { done: () => t('plan.costs.saved') };
  const add = useCommand('costs.add', saved);
  const update = useCommand('costs.update', saved);
  const save = () => {
    const read = costFieldsSchema.safeParse({
      credentialId: about,
      kind,
      money,
      paidOn,
      payer,
      payerName: payerName.trim() === '' ? null : payerName,
      reimbursed: back?.amount ?? 0,
      reimbursedOn: backOn,
      subscriptionId: cost?.subscriptionId ?? null,
      note: note.trim() === '' ? null : note,
    });
    if (!read.success || [paidOn, backOn, back].includes(undefined)) {
      setProblem(t('plan.costs.need'));
      return;
    }
    const after = { onSuccess: () => closePlanDialog() };
    if (cost === null) add.mutate({ fields: read.data, asOf }, after);
    else update.mutate({ id: cost.id, fields: read.data, asOf }, after);
  };
  return (
    <Modal
      opened
      onClose={closePlanDialog}
      returnFocus={false}
      size={520}
      title={t(cost === null ? 'plan.costs.add' : 'plan.costs.edit')}
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
          {credentialId === null && cost === null && (
            <CredentialSelect value={about} onChange={setAbout} />
          )}
          <div className={dialog.pair}>
            <Select
              label={t('plan.costs.kind')}
              allowDeselect={false}
              value={kind}
              data={costKindSchema.options.map((value) => ({
                value,
                label: t(`plan.costs.kinds.${value}`),
              }))}
              onChange={(value) => setKind(costKindSchema.parse(value))}
            />
            <MoneyField label={t('plan.costs.amount')} value={money ?? null} onChange={setMoney} />
            <DateText
              label={t('plan.costs.paidOn')}
              wholeDay
              value={paidOn ?? null}
              onChange={(value) => setPaidOn(dayOf(value))}
            />
            <Select
              label={t('plan.costs.payer')}
              allowDeselect={false}
              value={payer}
              data={payerSchema.options.map((value) => ({
                value,
                label: t(`plan.costs.payers.${value}`),
              }))}
              onChange={(value) => setPayer(payerSchema.parse(value))}
            />
            {payer !== 'self' && (
              <TextInput
                label={t('plan.costs.payerName')}
                value={payerName}
                onChange={(event) => setPayerName(event.currentTarget.value)}
              />
            )}
            {payer === 'self' && (
              <>
                <MoneyField
                  label={t('plan.costs.reimbursed')}
                  value={back ?? null}
                  {...(money == null ? {} : { currency: money.currency })}
                  onChange={setBack}
                />
                <DateText
                  label={t('plan.costs.reimbursedOn')}
                  wholeDay
                  value={backOn ?? null}
                  onChange={(value) => setBackOn(dayOf(value))}
                />
              </>
            )}
          </div>
          <TextInput
            label={t('plan.costs.note')}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {problem !== null && (
            <p role="alert" className={dialog.failed}>
              {problem}
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

type CredentialSelectProps = Readonly<{ value: Id | null; onChange: (id: Id | null) => void }>;

function CredentialSelect({ value, onChange }: CredentialSelectProps) {
  const { asOf } = useAsOf();
  const [query, setQuery] = useState('');
  const { data } = useProcedure(
    'credentials.rows',
    {
      filter: query.trim() === '' || value !== null ? {} : { query: query.trim() },
      sort: 'title',
      asOf,
      limit: OFFERED,
    },
    { keepPrevious: true },
  );
  return (
    <Select
      label={t('plan.costs.credential')}
      searchable
      searchValue={query}
      onSearchChange={setQuery}
      value={value}
      data={(data?.columns.id ?? []).map((id, index) => ({
        value: id,
        label: data?.columns.title[index] ?? '',
      }))}
      filter={({ options }) => options}
      onChange={(id) => onChange(idSchema.safeParse(id).data ?? null)}
    />
  );
}

/** A whole day, none, or `undefined` for what is not read yet. */
function dayOf(value: string | null | undefined): Day {
  return value === null ? null : plainDateSchema.safeParse(value).data;
}
