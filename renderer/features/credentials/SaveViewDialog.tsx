import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../i18n/all.ts';
import { showDone } from '../../ui/toast.tsx';
import { layoutStore, saveView, type ViewFilter } from './layout.ts';
import { currentView } from './views.ts';

type SaveViewDialogProps = Readonly<{ view: ViewFilter; onClose: () => void }>;

export function SaveViewDialog({ view, onClose }: SaveViewDialogProps) {
  const [name, setName] = useState('');
  const save = (event: React.FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === '') return;
    saveView({ name: given, layout: layoutStore.get(), filter: view });
    currentView.set(given);
    showDone(t('credentials.views.saved', { name: given }));
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('credentials.views.save')}
      size={400}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={save}>
        <TextInput
          data-autofocus
          label={t('credentials.views.name')}
          description={t('credentials.views.saveHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={name.trim() === ''}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
