import { Button, NumberInput, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { openOffer } from './dialogs.ts';
import { OfferCard } from './OfferCard.tsx';
import classes from './Across.module.css';
import { hoursWords, moneyWords } from './words.ts';

type Degree = ProcedureOutput<'credits.ledger'>[number];

/** Credit towards each degree: offered, accepted and still needed (features.md C3). */
export function CreditView() {
  const { asOf } = useAsOf();
  const { data: degrees } = useProcedure('credits.ledger', { asOf }, { keepPrevious: true });
  return (
    <section className={classes.view} aria-label={t('stacks.ledger.heading')}>
      <div className={classes.head}>
        <div>
          <h2 className={classes.title}>{t('stacks.ledger.heading')}</h2>
          <p className={classes.text}>{t('stacks.ledger.text')}</p>
        </div>
        {degrees !== undefined && degrees.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.75} />}
            onClick={() => openOffer(null, null)}
          >
            {t('stacks.offers.add')}
          </Button>
        )}
      </div>
      {degrees?.length === 0 && (
        <EmptyState
          title={t('stacks.ledger.empty')}
          text={t('stacks.ledger.emptyText')}
          action={<Button onClick={() => openOffer(null, null)}>{t('stacks.offers.add')}</Button>}
        />
      )}
      {degrees?.map((degree) => (
        <DegreeLedger
          key={`${degree.institution} ${degree.degree} ${degree.system}`}
          degree={degree}
        />
      ))}
    </section>
  );
}

function DegreeLedger({ degree }: Readonly<{ degree: Degree }>) {
  const headingId = useId();
  const format = useFormat();
  const { accepted, offered, needed, of, offers } = degree;
  const facts = [
    ['accepted', accepted],
    ['offered', offered],
    ['needed', needed],
    ['of', of],
  ] as const;
  return (
    <section className={classes.degree} aria-labelledby={headingId}>
      <h3 id={headingId} className={classes.subtitle}>
        {degree.degree}, {degree.institution}
      </h3>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`stacks.ledger.${name}`)}</dt>
            <dd>{value === null ? t('stacks.facts.unknown') : format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.offers}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} />
        ))}
      </div>
      <Way degree={degree} />
    </section>
  );
}

/** The cheapest or quickest way to so many credits of the degree. */
function Way({
  degree: { institution, degree, needed, accepted, offered },
}: Readonly<{ degree: Degree }>) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const [credits, setCredits] = useState(() => accepted + Math.min(offered, needed ?? offered));
  const [by, setBy] = useState<'cost' | 'hours'>('cost');
  const { data: path } = useProcedure(
    'credits.path',
    { institution, degree, credits: Math.max(credits, 0.5), by, asOf },
    { enabled: credits > 0, keepPrevious: true },
  );
  if (accepted + offered === 0) return null;
  const words = [
    path?.hours === null || path === undefined ? null : hoursWords(path.hours, format),
    path === undefined ? null : moneyWords(path.cost, format),
  ].filter((part) => part !== null);
  return (
    <div className={classes.way}>
      <div className={classes.fields}>
        <NumberInput
          label={t('stacks.ledger.pathLabel')}
          w={132}
          min={1}
          max={10_000}
          value={credits}
          onChange={(value) => typeof value === 'number' && setCredits(value)}
        />
        <SegmentedControl
          aria-label={t('stacks.ledger.by')}
          withItemsBorders={false}
          value={by}
          data={[
            { value: 'cost', label: t('stacks.ledger.cost') },
            { value: 'hours', label: t('stacks.ledger.hours') },
          ]}
          onChange={(value) => setBy(value === 'hours' ? 'hours' : 'cost')}
        />
      </div>
      {path !== undefined && (
        <p className={classes.text}>
          {path.offers.length === 0
            ? t(path.reached ? 'stacks.ledger.nothingMore' : 'stacks.ledger.notReached')
            : t('stacks.ledger.reached', {
                offers: new Intl.ListFormat(navigator.language).format(
                  path.offers.map(({ title }) => title),
                ),
              })}{' '}
          {path.offers.length > 0 && !path.reached && t('stacks.ledger.notReached')}{' '}
          {path.offers.length > 0 && words.join(', ')}
        </p>
      )}
      {path !== undefined && path.left.length > 0 && (
        <ul className={classes.left}>
          {path.left.map(({ offerId, title, reason }) => (
            <li key={offerId}>
              {title}: {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
