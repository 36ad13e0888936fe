import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import type { Credential } from '#shared/domain/credential.ts';
import { plainDateSchema } from '#shared/domain/plainDate.ts';
import { trackModeSchema } from '#shared/domain/trackMode.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { DateText } from '../../ui/DateText.tsx';
import classes from './Costs.module.css';
import { openCost, type ShownCost } from './dialogs.ts';
import { PlanDialogs } from './PlanDialogs.tsx';
import screen from './Screen.module.css';

/** What a credential has cost and will cost, and the track it is taken on with its deadlines. */
export function CostsTab({ credential }: Readonly<{ credential: Credential }>) {
  const { asOf } = useAsOf();
  const { data } = useProcedure(
    'costs.of',
    { credentialId: credential.id, asOf },
    { keepPrevious: true },
  );
  const format = useFormat();
  if (data === undefined) return null;
  return (
    <>
      <ul className={classes.lines}>
        {data.figure !== null && (
          <li className={classes.line}>
            <span>
              {t('plan.costs.figure')}
              <span className={classes.small}>
                {t(`plan.costs.figureCounts.${data.figureCounts}`)}
              </span>
            </span>
            <strong>{format.money(data.figure)}</strong>
          </li>
        )}
        {data.lines.map((line) => (
          <CostLine key={line.id} line={line} />
        ))}
        {data.shares.map(({ subscriptionId, title, burnt }) => (
          <li key={subscriptionId} className={classes.line}>
            <span>{t('plan.costs.share', { title })}</span>
            <strong>{format.money(burnt)}</strong>
          </li>
        ))}
      </ul>
      {data.figure === null && data.lines.length === 0 && data.shares.length === 0 && (
        <p className={screen.quiet}>{t('plan.costs.empty')}</p>
      )}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => openCost(null, credential.id)}
      >
        {t('plan.costs.add')}
      </Button>
      {data.sums.length > 0 && (
        <dl className={classes.sums}>
          {data.sums.map(({ currency, spent, reimbursed, aid, byOthers, toFinish }) => {
            const money = (amount: number) => format.money({ amount, currency });
            const shown = [
              [t('plan.budget.spent'), spent],
              [t('plan.budget.reimbursed'), reimbursed],
              [t('plan.budget.aid'), aid],
              [t('plan.budget.byOthers'), byOthers],
              [t('plan.budget.toCome'), toFinish],
            ] as const;
            return shown
              .filter(([, amount]) => amount > 0)
              .map(([name, amount]) => (
                <div key={`${currency} ${name}`}>
                  <dt>{name}</dt>
                  <dd>{money(amount)}</dd>
                </div>
              ));
          })}
        </dl>
      )}
      <Track credential={credential} />
      <PlanDialogs />
    </>
  );
}

function CostLine({ line }: Readonly<{ line: ShownCost }>) {
  const format = useFormat();
  const remove = useCommand('costs.remove', { done: () => t('plan.costs.removed') });
  const when =
    line.paidOn === null
      ? t('plan.costs.notPaid')
      : line.state === 'to-come'
        ? t('plan.costs.toCome', { date: format.day(line.paidOn) })
        : format.day(line.paidOn);
  const who =
    line.payer === 'self' ? null : (line.payerName ?? t(`plan.costs.payers.${line.payer}`));
  const back =
    line.reimbursed === 0
      ? null
      : t('plan.costs.back', {
          money: format.money({ amount: line.reimbursed, currency: line.money.currency }),
        });
  return (
    <li className={classes.line}>
      <span>
        {t(`plan.costs.kinds.${line.kind}`)}
        <span className={classes.small}>
          {[when, who, back, line.note].filter((part) => part !== null).join(', ')}
        </span>
      </span>
      <strong>{format.money(line.money)}</strong>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={24} aria-label={t('plan.costs.menu')}>
            <IconDots size={16} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => openCost(line)}>{t('plan.costs.edit')}</Menu.Item>
          <Menu.Item onClick={() => remove.mutate({ id: line.id })}>
            {t('plan.costs.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

const deadlines = ['upgradeBy', 'refundBy', 'aidBy', 'trialEnds'] as const;
const UNKNOWN = 'unknown';

/** A course under way has a track, and so has what was said to have one. */
function matters({ lifecycle }: Credential, track: ProcedureOutput<'tracks.get'>): boolean {
  return (
    lifecycle === 'planned' ||
    lifecycle === 'in-progress' ||
    track.effective !== null ||
    deadlines.some((name) => track[name] !== null)
  );
}

function Track({ credential }: Readonly<{ credential: Credential }>) {
  const { id } = credential;
  const { asOf } = useAsOf();
  const { data: track } = useProcedure('tracks.get', { credentialId: id, asOf });
  const set = useCommand('tracks.set', { done: () => t('plan.costs.trackSaved') });
  if (track === undefined || !matters(credential, track)) return null;
  return (
    <section className={classes.track} aria-label={t('plan.costs.track')}>
      <Select
        label={t('plan.costs.track')}
        allowDeselect={false}
        value={track.effective ?? UNKNOWN}
        data={[UNKNOWN, ...trackModeSchema.options].map((value) => ({
          value,
          label: t(`plan.costs.trackModes.${trackModeSchema.safeParse(value).data ?? UNKNOWN}`),
        }))}
        onChange={(value) =>
          set.mutate({
            credentialId: id,
            track: { mode: trackModeSchema.safeParse(value).data ?? null },
            asOf,
          })
        }
      />
      <div className={classes.deadlines}>
        {deadlines.map((name) => (
          <DateText
            key={`${name} ${track[name] ?? ''}`}
            label={t(`plan.costs.${name}`)}
            wholeDay
            value={track[name]}
            onChange={(value) => {
              const day = value === null ? null : plainDateSchema.safeParse(value).data;
              if (day === undefined || day === track[name]) return;
              set.mutate({ credentialId: id, track: { [name]: day }, asOf });
            }}
          />
        ))}
      </div>
    </section>
  );
}
