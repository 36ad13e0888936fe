import type { Policy, StateRule } from '#shared/domain/policy.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { basisWords, monthsWords } from './detailWords.ts';
import classes from './Policies.module.css';

/** What each state asks in place of the policy, as its source has it. */
export function StateTable({ policy }: Readonly<{ policy: Policy }>) {
  const format = useFormat();
  const unit = policy.stateUnit ?? policy.requirements[0]?.unit ?? '';
  return (
    <div className={classes.states}>
      <table>
        <caption>{t('policies.states.caption')}</caption>
        <thead>
          <tr>
            {(['state', 'cycle', 'total', 'other'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`policies.states.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {policy.states.map((rule) => (
            <tr key={rule.state}>
              <th scope="row">{rule.state}</th>
              <td>
                {[
                  monthsWords(rule.cycleMonths),
                  rule.basis === null ? null : basisWords(rule.basis),
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </td>
              <td>{rule.total === null ? '' : `${format.number(rule.total)} ${unit}`.trim()}</td>
              <td>{otherWords(rule, format)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function otherWords(rule: StateRule, format: Format): string {
  const { end, perYearMin, ethics, ethicsEveryMonths, rollingMonths, carryOver, or } = rule;
  return [
    end === null ? null : t('policies.states.ends', { end }),
    perYearMin === null ? null : t('policies.states.yearMin', { units: format.number(perYearMin) }),
    ethics === null
      ? null
      : ethicsEveryMonths === null
        ? t('policies.states.ethics', { units: format.number(ethics) })
        : t('policies.states.ethicsEvery', {
            units: format.number(ethics),
            length: monthsWords(ethicsEveryMonths),
          }),
    rollingMonths === null
      ? null
      : t('policies.states.rolling', { length: monthsWords(rollingMonths) }),
    carryOver === null ? null : t('policies.states.carry', { units: format.number(carryOver) }),
    or === null ? null : t('policies.states.instead', { or }),
    rule.other,
    rule.note,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
