import { Button, Checkbox, Modal, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { offerFieldsSchema, type OfferFields, type OfferLine } from '#shared/domain/creditOffer.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { closeStackDialog } from './dialogs.ts';
import classes from './Dialog.module.css';

type OfferDialogProps = Readonly<{ offer: OfferLine | null; stackId: Id | null }>;

const systems = ['usCredits', 'ects', 'ace', 'other'] as const;
const systemSchema = z.enum(systems);

/** What a form holds: texts may be empty, dates unread. */
type Draft = Omit<OfferFields, 'deadline'> & { deadline: OfferFields['deadline'] | undefined };

const emptyDraft: Draft = {
  ...offerFieldsSchema.parse({ title: '-', institution: '-', degree: '-' }),
  title: '',
  institution: '',
  degree: '',
};

/** An offer of credit: so many credits of a degree, and on which conditions. */
export function OfferDialog({ offer, stackId }: OfferDialogProps) {
  const { asOf } = useAsOf();
  const { data: stacks } = useProcedure('stacks.list', { asOf });
  const [draft, setDraft] = useState<Draft>(() => draftOf(offer, stackId));
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const put = useCommand('credits.putOffer', { done: () => t('stacks.offers.savedOffer') });
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const save = () => {
    const title =
      draft.title.trim() === '' ? [draft.degree, draft.institution].join(', ') : draft.title;
    const read = offerFieldsSchema.safeParse({
      ...draft,
      title,
      conditions: draft.conditions.map((line) => line.trim()).filter((line) => line !== ''),
    });
    if (!read.success) {
      setProblems(
        Object.fromEntries(
          read.error.issues.map(({ path, message }) => [String(path[0]), message]),
        ),
      );
      return;
    }
    put.mutate(
      { id: offer?.id ?? null, fields: read.data, asOf },
      { onSuccess: () => closeStackDialog() },
    );
  };
  const text = (name: 'title' | 'institution' | 'degree', label: string) => (
    <TextInput
      label={label}
      value={draft[name]}
      error={problems[name] ?? null}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const number = (name: 'credits' | 'of' | 'minGrade', label: string, max: number) => (
    <NumberInput
      label={label}
      min={0}
      max={max}
      value={draft[name] ?? ''}
      error={problems[name] ?? null}
      onChange={(value) => set({ [name]: typeof value === 'number' ? value : null })}
    />
  );
  const optional = (name: 'source' | 'asOf', label: string) => (
    <TextInput
      label={label}
      value={draft[name] ?? ''}
      onChange={(event) =>
        set({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value })
      }
    />
  );
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      returnFocus={false}
      size={560}
      title={t(offer === null ? 'stacks.offers.add' : 'stacks.offers.edit')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.body}>
          <div className={classes.pair}>
            {text('institution', t('stacks.offers.institution'))}
            {text('degree', t('stacks.offers.degree'))}
            {number('credits', t('stacks.offers.creditsField'), 10_000)}
            {number('of', t('stacks.offers.ofField'), 10_000)}
            <Select
              label={t('stacks.offers.system')}
              allowDeselect={false}
              value={draft.system}
              data={systems.map((value) => ({ value, label: t(`stacks.offers.systems.${value}`) }))}
              onChange={(value) => set({ system: systemSchema.parse(value) })}
            />
            <Select
              label={t('stacks.offers.stack')}
              placeholder={t('stacks.offers.credentialsAlone')}
              clearable
              value={draft.stackId}
              data={(stacks?.items ?? []).map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(value) => set({ stackId: idSchema.safeParse(value).data ?? null })}
            />
            {number('minGrade', t('stacks.offers.minGrade'), 100)}
            <DateText
              label={t('stacks.offers.deadline')}
              value={offer?.deadline ?? null}
              onChange={(deadline) => set({ deadline })}
            />
          </div>
          <Checkbox
            label={t('stacks.offers.admissionRequired')}
            checked={draft.admissionRequired}
            onChange={(event) => set({ admissionRequired: event.currentTarget.checked })}
          />
          <Checkbox
            label={t('stacks.offers.countsOnce')}
            checked={draft.countsOnce}
            onChange={(event) => set({ countsOnce: event.currentTarget.checked })}
          />
          <Textarea
            label={t('stacks.offers.conditions')}
            autosize
            minRows={2}
            maxRows={6}
            value={draft.conditions.join('\n')}
            error={problems['conditions'] ?? null}
            onChange={(event) => set({ conditions: event.currentTarget.value.split('\n') })}
          />
          <div className={classes.pair}>
            {optional('source', t('stacks.offers.sourceField'))}
            {optional('asOf', t('stacks.offers.asOf'))}
          </div>
          {text('title', t('stacks.offers.titleField'))}
        </div>
        <div className={classes.foot}>
          <Button size="sm" variant="default" onClick={closeStackDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" loading={put.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

/** The fields of an offer without what the ledger says of it. */
const onlyFields = z.object(offerFieldsSchema.shape);

function draftOf(offer: OfferLine | null, stackId: Id | null): Draft {
  return offer === null ? { ...emptyDraft, stackId } : onlyFields.parse(offer);
}
