import { Button } from '@mantine/core';
import { useState } from 'react';
import { last } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { CredentialChoice, useChosen } from './CredentialChoice.tsx';
import { nameOf, type OpenCycle } from './cycles.ts';
import { DayField } from './DayField.tsx';
import { openRenew } from './dialogs.ts';
import classes from './Views.module.css';
import { readDay } from './readLog.ts';
import { SourceNote } from './Source.tsx';
import { routeName, withDates } from './words.ts';

type Routes = ProcedureOutput<'renewals.routes'>;

/** Every way to renew one credential, side by side, as it stands on a day. */
export function RoutesView({ items }: Readonly<{ items: readonly OpenCycle[] }>) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const [text, setText] = useState<string | null>(null);
  const day = text === null ? asOf : readDay(text, settings.dateOrder);
  const chosen = useChosen(items);
  return (
    <div className={classes.view}>
      <div className={classes.fields}>
        <CredentialChoice items={items} chosen={chosen} label={t('renewals.routes.for')} />
        <DayField
          label={t('renewals.routes.on')}
          text={text ?? format.day(asOf)}
          day={day}
          error={day === null ? t('renewals.log.errors.day') : null}
          onChange={setText}
        />
      </div>
      {chosen !== undefined && day !== null && <Compared item={chosen} on={day} />}
    </div>
  );
}

function Compared({ item, on }: Readonly<{ item: OpenCycle; on: PlainDate }>) {
  const { data: routes, error } = useProcedure(
    'renewals.routes',
    { id: item.id, on },
    { keepPrevious: true },
  );
  if (error !== null) {
    return (
      <p role="alert" className={classes.failed}>
        {error.message}
      </p>
    );
  }
  if (routes === undefined) return null;
  return (
    <>
      {routes.length === 0 ? (
        <p className={classes.quiet}>{t('renewals.routes.none')}</p>
      ) : (
        <RouteTable item={item} on={on} routes={routes} />
      )}
      <SourceNote source={item.source} />
    </>
  );
}

type RouteTableProps = Readonly<{ item: OpenCycle; on: PlainDate; routes: Routes }>;

function RouteTable({ item, on, routes }: RouteTableProps) {
  const format = useFormat();
  const name = nameOf(item);
  const notKnown = <span className={classes.quiet}>{t('renewals.routes.notKnown')}</span>;
  const ends = routes.flatMap(({ newEnd, refusal }) =>
    newEnd === null || refusal !== null ? [] : [last(newEnd)],
  );
  const latest = new Set(ends).size > 1 ? ends.toSorted().at(-1) : undefined;
  const rows: readonly (readonly [string, (route: Routes[number]) => React.ReactNode])[] = [
    [
      t('renewals.routes.taken'),
      ({ refusal }) =>
        refusal === null ? (
          t('renewals.routes.yes')
        ) : (
          <span className={classes.refused}>{withDates(refusal, format)}</span>
        ),
    ],
    [
      t('renewals.routes.opens'),
      ({ opens }) => (opens === null ? t('renewals.routes.anyTime') : format.day(opens)),
    ],
    [
      t('renewals.routes.closes'),
      ({ closes }) => (closes === null ? notKnown : format.day(closes)),
    ],
    [
      t('renewals.routes.newEnd'),
      ({ newEnd, refusal }) =>
        newEnd === null ? (
          notKnown
        ) : (
          <>
            <strong>{format.date(newEnd)}</strong>
            {refusal === null && last(newEnd) === latest && (
              <span className={classes.tag}>{t('renewals.routes.latest')}</span>
            )}
          </>
        ),
    ],
    [t('renewals.routes.cost'), ({ cost }) => (cost === null ? notKnown : format.money(cost))],
    [
      t('renewals.routes.hours'),
      ({ hours }) => (hours === null ? notKnown : `${format.number(hours)} h`),
    ],
  ];
  return (
    <table className={classes.table}>
      <caption className={classes.hidden}>{t('renewals.routes.caption', { name })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('renewals.routes.row')}</th>
          {routes.map((route) => (
            <th key={route.kind} scope="col" className={classes.route}>
              {routeName(route)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, cell]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {routes.map((route) => (
              <td key={route.kind}>{cell(route)}</td>
            ))}
          </tr>
        ))}
        <tr>
          <th scope="row">
            <span className={classes.hidden}>{t('renewals.routes.use')}</span>
          </th>
          {routes.map((route) => (
            <td key={route.kind}>
              {route.refusal === null && (
                <Button
                  variant="default"
                  aria-label={t('renewals.routes.useNamed', { name, route: routeName(route) })}
                  onClick={() => openRenew(item, route.kind, on)}
                >
                  {t('renewals.routes.use')}
                </Button>
              )}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
