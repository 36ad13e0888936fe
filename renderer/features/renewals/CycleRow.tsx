import { ActionIcon, Button } from '@mantine/core';
import {
  IconChevronDown,
  IconCircleCheck,
  IconHourglass,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { daysBetween, type PlainDate } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { CycleBar } from './Bars.tsx';
import { CategoryLines } from './CategoryLines.tsx';
import { CycleDetails } from './CycleDetails.tsx';
import {
  actBy,
  behindBy,
  isSubmitOnly,
  nameOf,
  unitWord,
  type OpenCycle,
  type RequirementSums,
} from './cycles.ts';
import classes from './CycleRow.module.css';
import { openLog, openRenew } from './dialogs.ts';
import { sourceHover } from './Source.tsx';
import { missingBy, missingWords } from './words.ts';

type CycleRowProps = Readonly<{ item: OpenCycle; asOf: PlainDate }>;

/** One cycle: the credential, what counts, its categories, and what is missing by when. */
export function CycleRow({ item, asOf }: CycleRowProps) {
  const format = useFormat();
  const nameId = useId();
  const detailsId = useId();
  const [open, setOpen] = useState(false);
  const name = nameOf(item);
  const hover = sourceHover(item.source, format);
  const { requirements } = item.ledger;
  return (
    <li className={classes.row} aria-labelledby={nameId}>
      <div className={classes.grid}>
        <div className={classes.credential}>
          <div className={classes.nameLine}>
            <h2 id={nameId} className={classes.name}>
              <Link to="/credentials" search={{ id: item.id }} title={item.title}>
                {name}
              </Link>
            </h2>
            <ActionIcon
              size={24}
              aria-label={t('renewals.details', { name })}
              aria-expanded={open}
              aria-controls={detailsId}
              className={classes.more ?? ''}
              onClick={() => setOpen(!open)}
            >
              <IconChevronDown size={14} stroke={1.75} data-open={open || undefined} />
            </ActionIcon>
          </div>
          <Status item={item} />
          <div className={classes.quiet}>
            {t('renewals.span', { start: format.day(item.start), end: format.day(item.end) })}
          </div>
        </div>
        <div className={classes.cycle}>
          {requirements.map((requirement) => (
            <Requirement
              key={requirement.unit}
              item={item}
              requirement={requirement}
              hover={hover}
              asOf={asOf}
            />
          ))}
        </div>
        <div className={classes.categories} title={hover}>
          <CategoryLines item={item} asOf={asOf} />
        </div>
        <Missing item={item} asOf={asOf} />
      </div>
      <div id={detailsId} hidden={!open}>
        {open && <CycleDetails item={item} asOf={asOf} />}
      </div>
    </li>
  );
}

function Status({ item }: Readonly<{ item: OpenCycle }>) {
  if (!isSubmitOnly(item)) return <StatusMark status={item.status} withWord />;
  return (
    <span className={classes.submitOnly}>
      <IconHourglass size={16} stroke={1.75} aria-hidden />
      {t('renewals.statuses.submitOnly')}
    </span>
  );
}

type RequirementProps = CycleRowProps & Readonly<{ requirement: RequirementSums; hover: string }>;

function Requirement({ item, requirement, hover, asOf }: RequirementProps) {
  const format = useFormat();
  const { counted, total, unit, carriedIn } = requirement;
  return (
    <div className={classes.requirement}>
      <div title={hover}>
        <strong>{format.number(counted)}</strong>{' '}
        {t('renewals.of', { total: format.number(total), unit: unitWord(unit, total) })}
      </div>
      <CycleBar
        name={nameOf(item)}
        requirement={requirement}
        showsPace={asOf <= item.end && item.next === null}
      />
      <Pace item={item} requirement={requirement} />
      {carriedIn > 0 && (
        <div className={classes.quiet}>
          {t('renewals.carriedIn', { units: format.number(carriedIn) })}
        </div>
      )}
    </div>
  );
}

function Pace({ item, requirement }: Readonly<{ item: OpenCycle; requirement: RequirementSums }>) {
  const format = useFormat();
  const { met, counted, total, pace } = requirement;
  const perMonth = format.number(Math.round(pace.perMonth * 10) / 10);
  if (met) {
    return <Line icon={IconCircleCheck} words={t('renewals.pace.complete')} />;
  }
  if (item.met) return <div className={classes.quiet}>{t('renewals.pace.recommended')}</div>;
  if (counted >= total) return <div className={classes.quiet}>{t('renewals.pace.totalMet')}</div>;
  if (pace.onTrack) {
    return <Line icon={IconTrendingUp} words={t('renewals.pace.onTrack', { perMonth })} />;
  }
  return (
    <Line
      icon={IconTrendingDown}
      words={t('renewals.pace.behind', {
        behind: format.number(behindBy(requirement)),
        perMonth,
      })}
    />
  );
}

function Line({ icon: LineIcon, words }: Readonly<{ icon: typeof IconTrendingUp; words: string }>) {
  return (
    <div className={classes.quiet}>
      <LineIcon size={14} stroke={1.75} aria-hidden />
      {words}
    </div>
  );
}

function Missing({ item, asOf }: CycleRowProps) {
  const format = useFormat();
  const name = nameOf(item);
  const left = daysBetween(asOf, actBy(item));
  const days = left === 0 ? t('renewals.missing.lastDay') : format.days(left);
  const isOver = item.status === 'grace' || item.status === 'suspended';
  return (
    <div className={classes.missing}>
      <div className={classes.what}>{missingWords(item, format)}</div>
      <div className={classes.quiet}>{missingBy(item, asOf, format, days)}</div>
      {item.next === null && (
        <div className={classes.actions}>
          {!item.met && (
            <Button
              variant="default"
              aria-label={t('renewals.logUnitsFor', { name })}
              onClick={() => openLog(item.id)}
            >
              {t('renewals.logUnits')}
            </Button>
          )}
          {item.met && isOver ? (
            <Button
              aria-label={t('renewals.submitNamed', { name })}
              onClick={() => openRenew(item)}
            >
              {t('renewals.submitRenewal')}
            </Button>
          ) : (
            <Button
              {...(item.met ? { variant: 'default' } : { variant: 'subtle', color: 'gray' })}
              className={item.met ? '' : (classes.second ?? '')}
              aria-label={t('renewals.renewNamed', { name })}
              onClick={() => openRenew(item)}
            >
              {t('renewals.renew')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
