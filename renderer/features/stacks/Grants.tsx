import { Button } from '@mantine/core';
import { IconBook2, IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { StackView } from '#shared/domain/stackView.ts';
import { t } from '../../i18n/all.ts';
import aside from './Aside.module.css';
import { openOffer } from './dialogs.ts';
import classes from './Grants.module.css';
import { OfferCard } from './OfferCard.tsx';
import { sourceWords } from './words.ts';

/** What completing the stack leads to; never said as if it were held. */
export function Grants({ stack }: Readonly<{ stack: StackView }>) {
  const headingId = useId();
  const { grants, offers } = stack;
  const source = grants === null ? null : sourceWords(grants.source ?? null, grants.asOf ?? null);
  return (
    <section aria-labelledby={headingId} className={aside.section}>
      <h3 id={headingId} className={aside.heading}>
        {t('stacks.grants')}
      </h3>
      {grants !== null && <p className={classes.award}>{grants.award}</p>}
      {offers.map((offer) => (
        <OfferCard key={offer.id} offer={offer} />
      ))}
      {grants !== null && offers.length === 0 && (grants.conditions?.length ?? 0) > 0 && (
        <>
          <p className={aside.quiet}>{t('stacks.offerOnly')}</p>
          <ul className={classes.plain}>
            {grants.conditions?.map((condition) => (
              <li key={condition}>{condition}</li>
            ))}
          </ul>
        </>
      )}
      {grants?.note !== undefined && <p className={aside.quiet}>{grants.note}</p>}
      {source !== null && (
        <p className={classes.source}>
          <IconBook2 size={14} stroke={1.75} aria-hidden />
          <span>{source}</span>
        </p>
      )}
      <Button
        variant="subtle"
        color="gray"
        className={classes.add ?? ''}
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => openOffer(null, stack.id)}
      >
        {t('stacks.offers.add')}
      </Button>
    </section>
  );
}
