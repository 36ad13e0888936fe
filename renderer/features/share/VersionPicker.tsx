import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconDeviceFloppy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRef } from 'react';
import type { Profile } from '#shared/domain/profile.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { openShareDialog } from './dialogs.ts';
import classes from './Resume.module.css';
import { changeDraft, differs, resumeDraft, takeVersion } from './resumeDraft.ts';

const ICON = { size: 16, stroke: 1.75 } as const;
const UNSAVED = '';

/** The saved versions of the resume section: one for each job, say. */
export function VersionPicker() {
  const draft = resumeDraft.use();
  const { data: versions = [] } = useProcedure('profiles.list', {});
  const chosen = versions.find(({ id }) => id === draft.profile);
  return (
    <div className={classes.version}>
      <div className={classes.versionLine}>
        <Select
          className={classes.grow ?? ''}
          label={t('share.versions.label')}
          allowDeselect={false}
          value={chosen?.id ?? UNSAVED}
          data={[
            { value: UNSAVED, label: t('share.versions.none') },
            ...versions.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(value) => takeVersion(versions.find(({ id }) => id === value) ?? null)}
        />
        <VersionMenu chosen={chosen} />
      </div>
      {chosen !== undefined && differs(draft, chosen) && <Changed chosen={chosen} />}
    </div>
  );
}

function Changed({ chosen }: Readonly<{ chosen: Profile }>) {
  const draft = resumeDraft.use();
  const save = useCommand('profiles.save', {
    done: ({ name }) => t('share.versions.saved', { name }),
  });
  const { profile: id, ...fields } = draft;
  return (
    <div className={classes.changed}>
      <span>{t('share.versions.changed')}</span>
      <Button
        variant="default"
        loading={save.isPending}
        onClick={() => save.mutate({ id, profile: fields })}
      >
        {t('common.save')}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => takeVersion(chosen)}>
        {t('share.versions.back')}
      </Button>
    </div>
  );
}

function VersionMenu({ chosen }: Readonly<{ chosen: Profile | undefined }>) {
  const button = useRef<HTMLButtonElement>(null);
  const remove = useCommand('profiles.remove', {
    done: () => t('share.versions.removed', { name: chosen?.name ?? '' }),
  });
  return (
    <Menu withInitialFocusPlaceholder={false} position="bottom-end">
      <Menu.Target>
        <ActionIcon ref={button} size={32} aria-label={t('share.versions.menu')}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDeviceFloppy {...ICON} />}
          onClick={() => openShareDialog({ kind: 'version', rename: false }, button.current)}
        >
          {t('share.versions.saveAs')}
        </Menu.Item>
        <Menu.Item
          disabled={chosen === undefined}
          leftSection={<IconPencil {...ICON} />}
          onClick={() => openShareDialog({ kind: 'version', rename: true }, button.current)}
        >
          {t('share.versions.rename')}
        </Menu.Item>
        <Menu.Item
          disabled={chosen === undefined}
          leftSection={<IconTrash {...ICON} />}
          onClick={() => {
            if (chosen === undefined) return;
            // The choices stay as they are; only their name goes.
            remove.mutate({ id: chosen.id }, { onSuccess: () => changeDraft({ profile: null }) });
          }}
        >
          {t('share.versions.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
