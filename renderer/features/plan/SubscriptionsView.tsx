import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { addDays } from '#shared/domain/plainDate.ts';
import type { SubscriptionView } from '#shared/procedures/money.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { openSubscription } from './dialogs.ts';
import screen from './Screen.module.css';
import classes from './Subscriptions.module.css';

/** Platforms that are paid by the month: burnt so far, projected, and what finishing early saves. */
export function SubscriptionsView() {
  const { asOf } = useAsOf();
  const { data, error } = useProcedure('subscriptions.list', { asOf }, { keepPrevious: true });
  if (data === undefined) {
    return error === null ? null : (
      <p role="alert" className={screen.failed}>
        {t('plan.failed', { reason: error.message })}
      </p>
    );
  }
  const add = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.75} />}
      variant={data.items.length === 0 ? 'filled' : 'default'}
      onClick={() => openSubscription()}
    >
      {t('plan.subscriptions.add')}
    </Button>
  );
  if (data.items.length === 0) {
    return (
      <EmptyState
        title={t('plan.subscriptions.emptyTitle')}
        text={t('plan.subscriptions.emptyText')}
        action={add}
      />
    );
  }
  return (
    <>
      <div className={screen.bar}>{add}</div>
      <ul className={classes.cards}>
        {data.items.map((item) => (
          <li key={item.id}>
            <Card subscription={item} />
          </li>
        ))}
      </ul>
    </>
  );
}

export const subscriptionName = ({ platform, plan }: SubscriptionView): string => plan ?? platform;

function Card({ subscription }: Readonly<{ subscription: SubscriptionView }>) {
  const format = useFormat();
  const { state, priceNow, nextPayment, burnt, paymentsMade, projected } = subscription;
  const name = subscriptionName(subscription);
  return (
    <article className={classes.card} aria-label={name}>
      <header className={classes.head}>
        <div className={classes.title}>
          <h2 className={classes.name}>{name}</h2>
          <p className={screen.quiet}>
            {[
              subscription.plan === null ? null : subscription.platform,
              t(`plan.subscriptions.states.${state}`),
              t('plan.subscriptions.aMonth', { price: format.money(priceNow) }),
            ]
              .filter((part) => part !== null)
              .join(', ')}
          </p>
        </div>
        <CardMenu subscription={subscription} />
      </header>
      <dl className={classes.facts}>
        <div>
          <dt>{t('plan.subscriptions.burnt')}</dt>
          <dd>{format.money(burnt)}</dd>
          <dd className={screen.quiet}>
            {t('plan.subscriptions.payments', { count: paymentsMade })}
          </dd>
        </div>
        <div>
          <dt>{t('plan.subscriptions.projected', { date: format.date(projected.through) })}</dt>
          <dd>{format.money(projected.total)}</dd>
          <dd className={screen.quiet}>{t(`plan.subscriptions.bases.${projected.basis}`)}</dd>
        </div>
      </dl>
      {nextPayment !== null && (
        <p className={classes.line}>
          {t('plan.subscriptions.next', {
            date: format.day(nextPayment.on),
            price: format.money(nextPayment.price),
          })}
        </p>
      )}
      <Savings subscription={subscription} />
      <Shares subscription={subscription} />
    </article>
  );
}

function Savings({ subscription: { savings } }: Readonly<{ subscription: SubscriptionView }>) {
  const format = useFormat();
  const list = new Intl.ListFormat(navigator.language);
  return (
    <>
      {savings.slice(0, 2).map(({ finishBy, payments, saved }) => (
        <p key={finishBy} className={classes.line}>
          {t('plan.subscriptions.saving', {
            date: format.day(finishBy),
            payments: list.format(
              payments.map(({ times, price }) =>
                t('plan.subscriptions.payment', { times, price: format.money(price) }),
              ),
            ),
            saved: format.money(saved),
          })}
        </p>
      ))}
    </>
  );
}

function Shares({ subscription }: Readonly<{ subscription: SubscriptionView }>) {
  const format = useFormat();
  const { shares, unshared, price, burntByAid, burntByOthers } = subscription;
  const money = (amount: number) => format.money({ amount, currency: price.currency });
  return (
    <>
      {burntByAid > 0 && (
        <p className={screen.quiet}>
          {t('plan.subscriptions.ofAid', { money: money(burntByAid) })}
        </p>
      )}
      {burntByOthers > 0 && (
        <p className={screen.quiet}>
          {t('plan.subscriptions.ofOthers', { money: money(burntByOthers) })}
        </p>
      )}
      {shares.length > 0 && (
        <table className={screen.table}>
          <caption className={classes.caption}>{t('plan.subscriptions.shares')}</caption>
          <tbody>
            {shares.map(({ credentialId, title, burnt }) => (
              <tr key={credentialId}>
                <td>
                  <Link to="/credentials" search={{ id: credentialId }} className={screen.link}>
                    {title}
                  </Link>
                </td>
                <td data-end>{money(burnt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {unshared > 0 && (
        <p className={screen.quiet}>
          {t('plan.subscriptions.unshared', { money: money(unshared) })}
        </p>
      )}
    </>
  );
}

function CardMenu({ subscription }: Readonly<{ subscription: SubscriptionView }>) {
  const { asOf } = useAsOf();
  const { id, state } = subscription;
  const title = subscriptionName(subscription);
  const pause = useCommand('subscriptions.pause', {
    done: (_out, { from }) =>
      t(from === null ? 'plan.subscriptions.resumed' : 'plan.subscriptions.paused', { title }),
  });
  const update = useCommand('subscriptions.update', {
    done: () => t('plan.subscriptions.saved', { title }),
  });
  const remove = useCommand('subscriptions.remove', {
    done: () => t('plan.subscriptions.removed', { title }),
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('plan.subscriptions.menu', { title })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => openSubscription(subscription)}>
          {t('plan.subscriptions.edit')}
        </Menu.Item>
        {state === 'paused' ? (
          <Menu.Item onClick={() => pause.mutate({ id, from: null, to: addDays(asOf, -1), asOf })}>
            {t('plan.subscriptions.resume')}
          </Menu.Item>
        ) : (
          state !== 'ended' && (
            <Menu.Item onClick={() => pause.mutate({ id, from: asOf, to: null, asOf })}>
              {t('plan.subscriptions.pause')}
            </Menu.Item>
          )
        )}
        {state !== 'ended' && (
          <Menu.Item onClick={() => update.mutate({ id, patch: { until: asOf }, asOf })}>
            {t('plan.subscriptions.end')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => remove.mutate({ id })}>
          {t('plan.subscriptions.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
