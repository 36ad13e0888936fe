import { ActionIcon, Menu } from '@mantine/core';
import {
  IconBrandLinkedin,
  IconCopyPlus,
  IconDots,
  IconShare3,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import {
  credentialFieldsSchema,
  type Credential,
  type NewCredential,
} from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { copyText } from '../../copy.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { showDone, showFailed } from '../../ui/toast.tsx';

const ICON = { size: 16, stroke: 1.75 } as const;

const copiedFieldsSchema = credentialFieldsSchema.omit({
  title: true,
  issuer: true,
  url: true,
  number: true,
});

type PaneMenuProps = Readonly<{
  credential: Credential;
  /** The credential has gone to the trash. */
  onGone: () => void;
}>;

/** What else can be done with one credential. */
export function PaneMenu({ credential, onGone }: PaneMenuProps) {
  const { id, title } = credential;
  const { asOf } = useAsOf();
  const navigate = useNavigate({ from: '/credentials' });
  const [open, setOpen] = useState(false);
  // Read while the menu is open: a copy must follow the click at once.
  const { data: sheets } = useProcedure('exports.linkedin', { ids: [id], asOf }, { enabled: open });
  const link = sheets?.[0]?.link;
  const copy = credentialCopy(credential);
  const trash = useCommand('credentials.trash', {
    done: () => t('credentials.trashedNamed', { title }),
  });
  const create = useCommand('credentials.create', {
    done: (made) => t('credentials.duplicated', { title: made.title }),
  });

  return (
    <Menu opened={open} onChange={setOpen} position="bottom-end" width={208}>
      <Menu.Target>
        <ActionIcon aria-label={t('credentials.menu.open')}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconBrandLinkedin {...ICON} />}
          disabled={link === undefined}
          onClick={() => {
            if (link !== undefined && copyText(link)) showDone(t('credentials.linkCopied'));
            else showFailed(t('credentials.copyFailed'));
          }}
        >
          {t('credentials.menu.linkedin')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconShare3 {...ICON} />}
          onClick={() => void navigate({ to: '/share' })}
        >
          {t('credentials.menu.share')}
        </Menu.Item>
        {copy !== null && (
          <Menu.Item
            leftSection={<IconCopyPlus {...ICON} />}
            onClick={() =>
              create.mutate(
                { fields: copy, asOf },
                {
                  onSuccess: (made) =>
                    void navigate({
                      search: (before) => ({ ...before, id: made.id }),
                      replace: true,
                    }),
                },
              )
            }
          >
            {t('credentials.menu.duplicate')}
          </Menu.Item>
        )}
        {credential.trashedAt === null && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconTrash {...ICON} />}
              onClick={() => trash.mutate({ ids: [id] }, { onSuccess: onGone })}
            >
              {t('credentials.menu.trash')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/**
 * Its fields under another title. What proves this one credential, its number and its address, is
 * not copied. Null without an issuer, which a new credential must have.
 */
function credentialCopy(credential: Credential): NewCredential | null {
  if (credential.issuer === null) return null;
  const names = Object.keys(copiedFieldsSchema.shape);
  const fields = Object.fromEntries(
    Object.entries(credential).filter(([name]) => names.includes(name)),
  );
  return {
    ...copiedFieldsSchema.parse(fields),
    issuer: credential.issuer.name,
    title: t('credentials.copyOf', { title: credential.title }),
  };
}
