import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconArrowLeft,
  IconCopyPlus,
  IconDots,
  IconDownload,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { Policy } from '#shared/domain/policy.ts';
import { compactPolicy } from '#shared/domain/policyProblems.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { saveFile } from '../../save.ts';
import { openPolicy } from '../renewals/dialogs.ts';
import { SourceNote } from '../renewals/Source.tsx';
import { draftOfPolicy, freeId } from './newPolicy.ts';
import classes from './Policies.module.css';
import { PolicyRules } from './PolicyRules.tsx';

const ICON = { size: 16, stroke: 1.75 } as const;

type Origin = ProcedureOutput<'policies.get'>['origin'];
type PolicyDetailProps = Readonly<{ id: string; onBack: () => void }>;

/** Everything that a policy says, in words, and what can be done with it. */
export function PolicyDetail({ id, onBack }: PolicyDetailProps) {
  const { data, error } = useProcedure('policies.get', { id });
  const { data: policies = [] } = useProcedure('policies.list', {});
  const backButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // It is drawn only where the policy takes the place of the list, and of the focus in it.
    if (backButton.current?.offsetParent) backButton.current.focus();
  }, []);
  const used = policies.find((one) => one.id === id)?.used ?? 0;
  const nameOf = (other: string) => policies.find((one) => one.id === other)?.name ?? other;
  return (
    <section className={classes.detail} aria-label={data?.policy.name ?? t('policies.list')}>
      <Button
        ref={backButton}
        className={classes.back ?? ''}
        variant="subtle"
        color="gray"
        leftSection={<IconArrowLeft {...ICON} />}
        onClick={onBack}
      >
        {t('policies.back')}
      </Button>
      {error !== null && data === undefined && (
        <p role="alert" className={classes.failed}>
          {t('policies.failed', { reason: error.message })}
        </p>
      )}
      {data !== undefined && (
        <>
          <div className={classes.head}>
            <div className={classes.headText}>
              <h2 className={classes.heading}>{data.policy.name}</h2>
              <p className={classes.quiet}>
                {[data.policy.abbreviation, data.policy.issuer]
                  .filter((part) => part !== null)
                  .join(', ')}
                {used > 0 && `. ${t('policies.used', { count: used })}`}
              </p>
            </div>
            <Button
              variant="default"
              leftSection={<IconPencil {...ICON} />}
              onClick={() => openPolicy(draftOfPolicy(data.policy), id)}
            >
              {t(data.origin === 'catalogue' ? 'policies.copyAndEdit' : 'policies.edit')}
            </Button>
            <MoreMenu
              policy={data.policy}
              origin={data.origin}
              ids={policies.map((one) => one.id)}
            />
          </div>
          <SourceNote source={data.policy.source} origin={data.origin} />
          <PolicyRules policy={data.policy} nameOf={nameOf} />
        </>
      )}
    </section>
  );
}

type MoreMenuProps = Readonly<{ policy: Policy; origin: Origin; ids: readonly string[] }>;

function MoreMenu({ policy, origin, ids }: MoreMenuProps) {
  const { id, name } = policy;
  const remove = useCommand('policies.remove', {
    done: () => t(origin === 'changed' ? 'policies.fellBack' : 'policies.removed', { name }),
  });
  const copy = () => {
    const draft = draftOfPolicy(policy);
    openPolicy({ ...draft, id: freeId(`${id}-own`, new Set(ids)) }, null);
  };
  return (
    <Menu position="bottom-end" width={224} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon aria-label={t('policies.more', { name })}>
          <IconDots {...ICON} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconCopyPlus {...ICON} />} onClick={copy}>
          {t('policies.copyAsNew')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDownload {...ICON} />}
          onClick={() =>
            saveFile(
              `${id}.json`,
              'application/json',
              `${JSON.stringify(compactPolicy(policy), null, 2)}\n`,
            )
          }
        >
          {t('policies.saveFile')}
        </Menu.Item>
        {origin !== 'catalogue' && (
          <Menu.Item leftSection={<IconTrash {...ICON} />} onClick={() => remove.mutate({ id })}>
            {t(origin === 'changed' ? 'policies.backToCatalogue' : 'policies.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
