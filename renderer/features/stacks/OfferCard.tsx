import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconDots,
  IconPercentage50,
  IconQuestionMark,
  type Icon,
} from '@tabler/icons-react';
import type { OfferLine } from '#shared/domain/creditOffer.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { openDecision, openOffer } from './dialogs.ts';
import classes from './OfferCard.module.css';

type Check = OfferLine['checks'][number];

const icons: Readonly<Record<Check['state'], Icon>> = {
  met: IconCircleCheck,
  partly: IconPercentage50,
  open: IconCircleDashed,
  missed: IconCircleX,
  unknown: IconQuestionMark,
};

/** "30 of 96 US credits"; null where the source gives no figure. */
export function creditWords(
  { credits, of, system }: Pick<OfferLine, 'credits' | 'of' | 'system'>,
  format: Format,
): string | null {
  if (credits === null) return null;
  const words = { credits: format.number(credits), system: t(`stacks.offers.systems.${system}`) };
  return of === null
    ? t('stacks.offers.creditsAlone', words)
    : t('stacks.offers.credits', { ...words, of: format.number(of) });
}

/** One offer of credit: what it comes to, each condition with how it stands, and what was accepted. */
export function OfferCard({ offer }: Readonly<{ offer: OfferLine }>) {
  const format = useFormat();
  const { degree, institution, checks, accepted, reason, acceptances } = offer;
  const figure = creditWords(offer, format);
  return (
    <div className={classes.offer}>
      <div className={classes.head}>
        <p className={classes.what}>
          {figure !== null && <strong>{figure}</strong>}{' '}
          {t('stacks.offers.toward', { degree, institution })}
        </p>
        <OfferMenu offer={offer} />
      </div>
      {accepted > 0 ? (
        <p className={classes.accepted}>
          <IconCircleCheck size={16} stroke={1.75} color="var(--acc)" aria-hidden />
          {t('stacks.offers.accepted', { credits: format.number(accepted) })}
        </p>
      ) : (
        <p className={classes.quiet}>{t('stacks.offerOnly')}</p>
      )}
      {accepted === 0 && (
        <ul className={classes.checks}>
          {checks.map((check) => {
            const CheckIcon = icons[check.state];
            return (
              <li key={`${check.kind} ${check.text}`} className={classes.check}>
                <CheckIcon
                  size={16}
                  stroke={1.75}
                  role="img"
                  aria-label={t(`stacks.condition.${check.state}`)}
                  color={check.state === 'missed' ? 'var(--red)' : 'var(--t2)'}
                />
                <span>{check.text}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p className={classes.quiet}>{reason}</p>
      {accepted === 0 && offer.completed && acceptances.length === 0 && <Decision offer={offer} />}
    </div>
  );
}

/** The next thing that the institution decides. */
function Decision({ offer }: Readonly<{ offer: OfferLine }>) {
  const next = offer.admissionRequired && offer.admittedOn === null ? 'admit' : 'accept';
  return (
    <Button variant="default" onClick={() => openDecision(next, offer)}>
      {t(`stacks.offers.${next}`)}
    </Button>
  );
}

function OfferMenu({ offer }: Readonly<{ offer: OfferLine }>) {
  const { asOf } = useAsOf();
  const { id, title, admittedOn, acceptances } = offer;
  const remove = useCommand('credits.removeOffer', { done: () => t('stacks.offers.removedOffer') });
  const admit = useCommand('credits.admit', { done: () => t('stacks.offers.savedAdmission') });
  const takeBack = useCommand('credits.removeAcceptance', {
    done: () => t('stacks.offers.removedAcceptance'),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('stacks.offers.menu', { title })} size={24}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {admittedOn === null ? (
          <Menu.Item onClick={() => openDecision('admit', offer)}>
            {t('stacks.offers.admit')}
          </Menu.Item>
        ) : (
          <Menu.Item onClick={() => admit.mutate({ id, on: null, asOf })}>
            {t('stacks.offers.notAdmitted')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => openDecision('accept', offer)}>
          {t('stacks.offers.accept')}
        </Menu.Item>
        {acceptances.map((acceptance) => (
          <Menu.Item key={acceptance.id} onClick={() => takeBack.mutate({ id: acceptance.id })}>
            {t('stacks.offers.takeBack')}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => openOffer(offer, offer.stackId)}>
          {t('stacks.offers.edit')}
        </Menu.Item>
        <Menu.Item onClick={() => remove.mutate({ id })}>{t('stacks.offers.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
