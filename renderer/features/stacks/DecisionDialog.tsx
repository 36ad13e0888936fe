import { Button, Modal, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { OfferLine } from '#shared/domain/creditOffer.ts';
import { plainDateSchema, type PlainDate } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import { closeStackDialog } from './dialogs.ts';
import classes from './Dialog.module.css';

type DecisionDialogProps = Readonly<{ kind: 'accept' | 'admit'; offer: OfferLine }>;

/** Records what an institution decided: that it admitted, or how many credits it accepted. */
export function DecisionDialog({ kind, offer }: DecisionDialogProps) {
  const { asOf } = useAsOf();
  const [on, setOn] = useState<PlainDate | null>(asOf);
  const [credits, setCredits] = useState<number | null>(offer.credits);
  const [note, setNote] = useState('');
  const admit = useCommand('credits.admit', { done: () => t('stacks.offers.savedAdmission') });
  const accept = useCommand('credits.accept', { done: () => t('stacks.offers.savedAcceptance') });
  const lacks = kind === 'accept' && (credits === null || credits <= 0);
  const save = () => {
    if (on === null) return;
    const after = { onSuccess: () => closeStackDialog() };
    if (kind === 'admit') admit.mutate({ id: offer.id, on, asOf }, after);
    else if (!lacks) {
      accept.mutate(
        { offerId: offer.id, on, credits, note: note.trim() === '' ? null : note.trim(), asOf },
        after,
      );
    }
  };
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      returnFocus={false}
      title={t(`stacks.offers.${kind}`)}
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
          <p className={classes.text}>
            {t('stacks.offers.toward', { degree: offer.degree, institution: offer.institution })}
          </p>
          <DateText
            label={t('stacks.offers.on')}
            value={asOf}
            wholeDay
            onChange={(day) => setOn(plainDateSchema.safeParse(day).data ?? null)}
          />
          {kind === 'accept' && (
            <>
              <NumberInput
                label={t('stacks.offers.creditsField')}
                min={0}
                max={10_000}
                value={credits ?? ''}
                error={lacks ? t('stacks.offers.nothingToAccept') : null}
                onChange={(value) => setCredits(typeof value === 'number' ? value : null)}
              />
              <Textarea
                label={t('stacks.offers.noteField')}
                autosize
                minRows={2}
                value={note}
                onChange={(event) => setNote(event.currentTarget.value)}
              />
            </>
          )}
        </div>
        <div className={classes.foot}>
          <Button size="sm" variant="default" onClick={closeStackDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" loading={admit.isPending || accept.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
