import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { postnominalRanks } from '#shared/domain/postnominal.ts';
import type { Postnominal } from '#shared/procedures/sharing.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import classes from './Letters.module.css';

type LetterDialogProps = Readonly<{ item: Postnominal; onClose: () => void }>;

/** How the letters are written, and as what they are ordered. */
export function LetterDialog({ item, onClose }: LetterDialogProps) {
  const { asOf } = useAsOf();
  const [letters, setLetters] = useState(item.letters ?? '');
  const [rank, setRank] = useState(item.rank);
  const set = useCommand('postnominals.set', {
    done: (saved) => t('sharingLetters.saved', { name: saved.letters ?? saved.title }),
  });
  const save = () => {
    const written = letters.trim();
    set.mutate(
      {
        id: item.id,
        // What is left as it was stays with the rule.
        ...(written === (item.letters ?? '') ? {} : { letters: written === '' ? null : written }),
        ...(rank === item.rank ? {} : { rank }),
        asOf,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={item.title}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextInput
          data-autofocus
          label={t('sharingLetters.lettersField')}
          description={t('sharingLetters.lettersHint')}
          maxLength={60}
          value={letters}
          onChange={(event) => setLetters(event.currentTarget.value)}
        />
        <Select
          label={t('sharingLetters.rank')}
          allowDeselect={false}
          value={rank}
          data={postnominalRanks.map((value) => ({
            value,
            label: t(`sharingLetters.ranks.${value}`),
          }))}
          onChange={(value) => {
            const next = postnominalRanks.find((each) => each === value);
            if (next !== undefined) setRank(next);
          }}
        />
        <div className={classes.foot}>
          <Button size="sm" variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" loading={set.isPending}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
