import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { FileDrop } from '../share/FileDrop.tsx';
import { addStackFile, closeStackDialog } from './dialogs.ts';

/** Adds a stack from a file that `laurel stack show --json` or this screen wrote. */
export function FileDialog() {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const take = useCallback(
    (files: readonly File[]) => {
      const [file] = files;
      if (file === undefined) return;
      void file
        .text()
        .then((text) => addStackFile(file.name, text, asOf))
        .then((id) => {
          if (id === null) return;
          closeStackDialog();
          void navigate({ to: '/stacks', search: { id } });
        });
    },
    [asOf, navigate],
  );
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      returnFocus={false}
      title={t('stacks.addMenu.file')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <FileDrop words={t('stacks.fileDrop')} hint={t('stacks.fileHint')} onFiles={take} />
    </Modal>
  );
}
