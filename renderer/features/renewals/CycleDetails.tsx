import { Button } from '@mantine/core';
import { IconCheck, IconFileZip } from '@tabler/icons-react';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { nameOf, unitWord, type OpenCycle } from './cycles.ts';
import classes from './CycleRow.module.css';
import { openAudit } from './dialogs.ts';
import { FeeLines } from './FeeLines.tsx';
import { SourceNote } from './Source.tsx';
import { routeWords } from './words.ts';

type CycleDetailsProps = Readonly<{ item: OpenCycle; asOf: PlainDate }>;

/** What stands behind a cycle's figures: its years, its routes, its carry-over and the source. */
export function CycleDetails({ item, asOf }: CycleDetailsProps) {
  const format = useFormat();
  const { requirements } = item.ledger;
  const years = requirements.flatMap(({ years: all, unit }) =>
    all.filter(({ min }) => min !== null).map((year) => ({ ...year, unit })),
  );
  return (
    <div className={classes.details}>
      {years.length > 0 && (
        <ul className={classes.years}>
          {years.map(({ unit, start, end, counted, min, met }) => (
            <li key={`${unit} ${start}`}>
              {t('renewals.year', {
                end: format.day(end),
                counted: format.number(counted),
                min: format.number(min ?? 0),
              })}
              {met && (
                <IconCheck
                  size={14}
                  stroke={1.75}
                  role="img"
                  aria-label={t('renewals.categories.met')}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {requirements.map(
        ({ unit, carryOut }) =>
          carryOut > 0 && (
            <div key={unit} className={classes.quiet}>
              {t('renewals.carryOut', {
                units: format.number(carryOut),
                unit: unitWord(unit, carryOut),
              })}
            </div>
          ),
      )}
      {item.routes.length > 0 && (
        <ul className={classes.years}>
          {item.routes.map((route) => (
            <li key={route.kind}>{routeWords(route, asOf, format)}</li>
          ))}
        </ul>
      )}
      <FeeLines id={item.id} title={nameOf(item)} />
      <SourceNote source={item.source} />
      <Button
        variant="default"
        className={classes.audit ?? ''}
        leftSection={<IconFileZip size={16} stroke={1.75} aria-hidden />}
        aria-label={t('renewals.audit.openNamed', { name: nameOf(item) })}
        onClick={() => openAudit({ id: item.id, title: nameOf(item) }, asOf)}
      >
        {t('renewals.audit.open')}
      </Button>
    </div>
  );
}
