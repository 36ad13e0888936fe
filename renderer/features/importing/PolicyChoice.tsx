import { Menu, UnstyledButton } from '@mantine/core';
import { IconBook2, IconCheck } from '@tabler/icons-react';
import type { ImportPreviewRow } from '#shared/procedures/transfer.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { expiryWords, shortName, termWords } from '../policies/words.ts';
import type { ProposedPolicies } from './groups.ts';
import classes from './Rows.module.css';
import { choosePolicies } from './session.ts';

const ICON = { size: 14, stroke: 1.75 } as const;

/** The policy that a new row goes in under: proposed where one fits, taken only when chosen. */
export function PolicyChoice({ row }: Readonly<{ row: ImportPreviewRow }>) {
  const format = useFormat();
  const { key, cells, proposals, policyId } = row;
  const chosen = proposals.find(({ id }) => id === policyId);
  const shown = chosen ?? proposals[0];
  if (shown === undefined) return null;
  const title = cells.title === '' ? t('importing.untitled') : cells.title;
  const Icon = chosen === undefined ? IconBook2 : IconCheck;
  const name = shown.abbreviation ?? shown.name;
  const choose = (id: string | null) => choosePolicies({ [key]: id });
  return (
    <Menu position="bottom-end" width={360} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton
          className={classes.policy}
          data-chosen={chosen !== undefined || undefined}
          aria-label={t(
            chosen === undefined ? 'importing.policies.offeredFor' : 'importing.policies.chosenFor',
            { title, policy: shortName(shown) },
          )}
        >
          <Icon {...ICON} aria-hidden />
          <span>
            {t(chosen === undefined ? 'importing.policies.offered' : 'importing.policies.chosen', {
              name,
            })}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {proposals.map((proposal) => (
          <Menu.Item
            key={proposal.id}
            leftSection={
              proposal.id === policyId ? (
                <IconCheck {...ICON} aria-hidden />
              ) : (
                <IconBook2 {...ICON} aria-hidden />
              )
            }
            onClick={() => choose(proposal.id)}
          >
            {t('importing.policies.use', {
              policy: shortName(proposal),
              term: termWords(proposal.cycleMonths),
            })}
            <span className={classes.policyWords}>
              {expiryWords(proposal.expires, cells.expires, format)}{' '}
              {t('importing.policies.source', {
                month: format.date(proposal.asOf),
                verified: t(`renewals.source.short.${proposal.verified}`),
              })}
            </span>
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => choose(null)}>{t('importing.policies.none')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Takes the best proposal for every new row, or none for any. */
export function PolicyOffers({ proposed }: Readonly<{ proposed: ProposedPolicies }>) {
  const { best, count, chosen } = proposed;
  const areAll = chosen === count;
  return (
    <button
      type="button"
      className={classes.offer}
      onClick={() =>
        choosePolicies(
          areAll ? Object.fromEntries(Object.keys(best).map((key) => [key, null])) : best,
        )
      }
    >
      {t(areAll ? 'importing.policies.useNone' : 'importing.policies.useAll', { count })}
    </button>
  );
}
