import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { closeShareDialog } from './dialogs.ts';
import { changeDraft, resumeDraft } from './resumeDraft.ts';

const NAME_MAX = 200;

type VersionDialogProps = Readonly<{ rename: boolean }>;

/** Asks for the name of a version of the resume section. */
export function VersionDialog({ rename }: VersionDialogProps) {
  const draft = resumeDraft.use();
  const { data: versions } = useProcedure('profiles.list', {});
  const before = versions?.find(({ id }) => id === draft.profile)?.name ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const name = (typed ?? (rename ? before : '')).trim();
  const taken = versions?.some((each) => each.name === name && each.name !== before) ?? false;
  const save = useCommand('profiles.save', {
    done: (profile) =>
      t(rename ? 'share.versions.renamed' : 'share.versions.saved', { name: profile.name }),
  });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (name === '' || taken) return;
    const { profile, ...fields } = draft;
    save.mutate(rename ? { id: profile, profile: { name } } : { profile: { ...fields, name } }, {
      onSuccess: ({ id }) => {
        changeDraft({ profile: id });
        closeShareDialog();
      },
    });
  };
  return (
    <Modal
      opened
      onClose={closeShareDialog}
      returnFocus={false}
      title={t(rename ? 'share.versions.rename' : 'share.versions.saveAs')}
      size={420}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <form onSubmit={submit}>
        <TextInput
          data-autofocus
          label={t('share.versions.name')}
          placeholder={t('share.versions.nameHint')}
          description={rename ? undefined : t('share.versions.keeps')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={taken ? t('share.versions.taken') : null}
          maxLength={NAME_MAX}
          value={typed ?? (rename ? before : '')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button size="sm" variant="default" onClick={closeShareDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" disabled={name === '' || taken} loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
