import type { Policy } from '#shared/domain/policy.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { unitWord } from './cycles.ts';
import { SourceNote } from './Source.tsx';
import classes from './Tabs.module.css';
import { routeName } from './words.ts';

type PolicyCardProps = Readonly<{
  policy: Policy;
  origin: ProcedureOutput<'policies.get'>['origin'];
}>;

/** What a policy asks and allows, with its source. */
export function PolicyCard({ policy, origin }: PolicyCardProps) {
  const format = useFormat();
  const { cycleMonths, requirements, fees, routes, notes } = policy;
  return (
    <>
      <dl className={classes.facts}>
        <Fact label={t('renewals.tab.policy')}>
          {policy.name}
          <div className={classes.quiet}>
            {[
              policy.issuer,
              cycleMonths === null
                ? t('renewals.tab.noTerm')
                : t('renewals.tab.cycleMonths', { count: cycleMonths }),
              ...requirements.map(({ unit, total }) =>
                t('renewals.tab.asks', {
                  units: `${format.number(total)} ${unitWord(unit, total)}`,
                }),
              ),
            ].join(', ')}
          </div>
        </Fact>
        {routes.length > 0 && (
          <Fact label={t('renewals.views.routes')}>{routes.map(routeName).join(', ')}</Fact>
        )}
        {fees.length > 0 && (
          <Fact label={t('renewals.tab.fees')}>
            {fees
              .map(({ per, price }) =>
                t(`renewals.tab.feePer.${per}`, { fee: format.money(price) }),
              )
              .join(', ')}
          </Fact>
        )}
        {cycleMonths !== null && (
          <Fact label={t('renewals.tab.grace')}>{afterEndWords(policy, format)}</Fact>
        )}
        {notes !== null && <Fact label={t('renewals.tab.notes')}>{notes}</Fact>}
      </dl>
      <SourceNote source={policy.source} origin={origin} />
    </>
  );
}

export function Fact({ label, children }: Readonly<{ label: string; children: React.ReactNode }>) {
  return (
    <div className={classes.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function afterEndWords({ afterEnd }: Policy, format: Format): string {
  if (!afterEnd.known) return t('renewals.tab.unknownAfter');
  if (afterEnd.rungs.length === 0) return t('renewals.tab.atOnce');
  return afterEnd.rungs
    .map(({ state, days, kind }) => {
      const words = t(state === 'grace' ? 'renewals.tab.graceOf' : 'renewals.tab.suspendedOf', {
        days: format.days(days),
      });
      if (kind === null) return words;
      return `${words}, ${t(kind === 'submit-only' ? 'renewals.tab.submitOnly' : 'renewals.tab.mayEarn')}`;
    })
    .join('; ');
}
