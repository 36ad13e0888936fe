import { SegmentedControl } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './Across.module.css';
import { percentOf } from './Ring.tsx';
import { hoursWords } from './words.ts';

type Move = ProcedureOutput<'stacks.whatIf'>[number];

const sorts = ['perHour', 'perMoney', 'gain'] as const;
type Sort = (typeof sorts)[number];
const isSort = (value: string): value is Sort => sorts.some((sort) => sort === value);

/** Which next course moves most across all stacks (features.md C4). */
export function WhatIfView() {
  const { asOf } = useAsOf();
  const [sort, setSort] = useState<Sort>('perHour');
  const { data: moves } = useProcedure('stacks.whatIf', { asOf, sort }, { keepPrevious: true });
  return (
    <section className={classes.view} aria-label={t('stacks.whatIf.heading')}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>{t('stacks.whatIf.heading')}</h2>
          <p className={classes.text}>{t('stacks.whatIf.text')}</p>
        </div>
        <SegmentedControl
          aria-label={t('stacks.whatIf.sort')}
          withItemsBorders={false}
          value={sort}
          data={sorts.map((value) => ({ value, label: t(`stacks.whatIf.${value}`) }))}
          onChange={(value) => isSort(value) && setSort(value)}
        />
      </div>
      {moves?.length === 0 && <p className={classes.text}>{t('stacks.whatIf.none')}</p>}
      {moves !== undefined && moves.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('stacks.whatIf.course')}</th>
              <th scope="col">{t('stacks.whatIf.moves')}</th>
              <th scope="col" data-end>
                {t('stacks.whatIf.hours')}
              </th>
              <th scope="col" data-end>
                {t('stacks.whatIf.cost')}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.map((move) => (
              <Row key={`${move.credentialId ?? ''} ${move.title}`} move={move} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Row({ move }: Readonly<{ move: Move }>) {
  const format = useFormat();
  const { credentialId, title, stacks, credits, closes, hours, cost, blockedBy } = move;
  return (
    <tr>
      <th scope="row">
        {credentialId === null ? (
          title
        ) : (
          <Link to="/credentials" search={{ id: credentialId }} className={classes.link}>
            {title}
          </Link>
        )}
        {blockedBy.length > 0 && (
          <div className={classes.small}>
            {t('stacks.after', {
              what: new Intl.ListFormat(navigator.language).format(blockedBy),
            })}
          </div>
        )}
      </th>
      <td>
        {stacks.map((stack) => (
          <div key={stack.stackId}>
            {t(stack.completes ? 'stacks.whatIf.completes' : 'stacks.whatIf.from', {
              title: stack.title,
              from: percentOf(stack.from),
              to: percentOf(stack.to),
            })}
          </div>
        ))}
        {credits.map((offer) => (
          <div key={offer.offerId} className={classes.small}>
            {t('stacks.whatIf.credits', {
              credits: format.number(offer.credits),
              system: t(`stacks.offers.systems.${offer.system}`),
              title: offer.title,
            })}
          </div>
        ))}
        {closes.length > 0 && (
          <div className={classes.small}>
            {t('stacks.whatIf.closes', {
              skills: new Intl.ListFormat(navigator.language).format(closes),
            })}
          </div>
        )}
      </td>
      <td data-end>{hours === null ? t('stacks.facts.unknown') : hoursWords(hours, format)}</td>
      <td data-end>{cost === null ? t('stacks.facts.unknown') : format.money(cost)}</td>
    </tr>
  );
}
