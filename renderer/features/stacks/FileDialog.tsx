import { Modal, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/index.ts';
import { addStackFile, closeStackDialog } from './dialogs.ts';

const MAX_BYTES = 5_000_000;

/** Adds a stack from a file that `laurel stack show --json` or this screen wrote. */
export function FileDialog() {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const id = await addStackFile(file.name, await file.text(), asOf);
    if (id === null) return;
    closeStackDialog();
    void navigate({ to: '/stacks', search: { id } });
  };
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      returnFocus={false}
      title={t('stacks.addMenu.file')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Dropzone
        multiple={false}
        maxSize={MAX_BYTES}
        onDrop={([file]) => void take(file)}
        aria-label={t('stacks.fileHint')}
      >
        <Text ta="center" c="var(--t2)">
          <IconFileImport size={18} stroke={1.5} aria-hidden /> {t('stacks.fileHint')}
        </Text>
      </Dropzone>
    </Modal>
  );
}
