import { Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { unitsWords } from '../policies/detailWords.ts';
import { DayField } from './DayField.tsx';
import classes from './Views.module.css';
import { readDay } from './readLog.ts';
import { SourceNote } from './Source.tsx';
import renew from './Renew.module.css';
import { withDates } from './words.ts';

type Simulated = ProcedureOutput<'renewals.simulateNew'>;

/** "If I pass X on D", of a credential that is not held yet; nothing can be written from here. */
export function NewSimulation() {
  const format = useFormat();
  const headingId = useId();
  const { asOf } = useAsOf();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const { data: policies = [] } = useProcedure('policies.list', {});
  const [policyId, setPolicyId] = useState<string | null>(null);
  const [state, setState] = useState<string | null>(null);
  const [dayText, setDayText] = useState<string | null>(null);
  const day = dayText === null ? asOf : readDay(dayText, settings.dateOrder);
  const { data: found } = useProcedure(
    'policies.get',
    { id: policyId ?? '' },
    { enabled: policyId !== null },
  );
  const states = policyId === null ? [] : (found?.policy.states ?? []);
  const { data: simulated, error } = useProcedure(
    'renewals.simulateNew',
    {
      policyId: policyId ?? '',
      on: day ?? asOf,
      ...(state === null || states.length === 0 ? {} : { state }),
    },
    { enabled: policyId !== null && day !== null },
  );
  return (
    <>
      <div className={classes.fields}>
        <Select
          label={t('renewals.simulator.passed')}
          placeholder={t('renewals.tab.pickerHint')}
          searchable
          allowDeselect={false}
          nothingFoundMessage={t('renewals.tab.nothingFound')}
          w={320}
          data={policies
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map(({ id, name, abbreviation, issuer }) => ({
              value: id,
              label:
                abbreviation === null
                  ? `${name}, ${issuer}`
                  : `${name} (${abbreviation}), ${issuer}`,
            }))}
          value={policyId}
          onChange={(id) => {
            setPolicyId(id);
            setState(null);
          }}
        />
        <DayField
          label={t('renewals.dialog.on')}
          text={dayText ?? format.day(asOf)}
          day={day}
          error={day === null ? t('renewals.log.errors.day') : null}
          onChange={setDayText}
        />
        {states.length > 0 && (
          <Select
            label={t('policies.choices.state')}
            placeholder={t('policies.choices.noState')}
            searchable
            clearable
            data={states.map((rule) => rule.state)}
            value={state}
            onChange={setState}
          />
        )}
      </div>
      {error !== null && policyId !== null && (
        <p role="alert" className={classes.failed}>
          {error.message}
        </p>
      )}
      {simulated !== undefined && (
        <section aria-labelledby={headingId} aria-live="polite" className={classes.card}>
          <h2 id={headingId} className={classes.heading}>
            {t('renewals.simulator.result')}
          </h2>
          <NewOutcome simulated={simulated} />
        </section>
      )}
    </>
  );
}

function NewOutcome({ simulated }: Readonly<{ simulated: Simulated }>) {
  const format = useFormat();
  const { refusal, start, end, reason, fees, cost, units, hours, proposals, source } = simulated;
  if (refusal !== null) {
    return (
      <div role="alert" className={renew.refusal}>
        {withDates(refusal, format)}
      </div>
    );
  }
  return (
    <>
      <dl className={renew.facts}>
        <Fact label={t('renewals.simulator.holds')}>
          <strong>
            {t('renewals.span', {
              start: format.date(start),
              end: end === null ? t('renewals.dialog.noEnd') : format.date(end),
            })}
          </strong>
          {reason !== null && <div className={renew.small}>{withDates(reason, format)}</div>}
        </Fact>
        <Fact label={t('renewals.simulator.keeping')}>
          {units.length === 0
            ? t('renewals.units.none')
            : units.map(({ unit, total }) => unitsWords(total, unit, format)).join(', ')}
          {hours > 0 && (
            <div className={renew.small}>
              {t('renewals.simulator.keepingHours', { hours: format.number(hours) })}
            </div>
          )}
        </Fact>
        <Fact label={t('renewals.tab.fees')}>
          {fees.length === 0
            ? t('renewals.dialog.notKnown')
            : cost.map((sum) => format.money(sum)).join(' + ')}
          {fees.map(({ due, per, price, note, fromMemory }) => (
            <div key={`${due} ${per}`} className={renew.small}>
              {[
                t(`renewals.tab.feePer.${per}`, { fee: format.money(price) }),
                format.day(due),
                note,
                fromMemory ? t('renewals.source.short.memory') : null,
              ]
                .filter((part) => part !== null)
                .join(', ')}
            </div>
          ))}
          <div className={renew.small}>{t('renewals.simulator.examNotIn')}</div>
        </Fact>
      </dl>
      {proposals.length === 0 ? (
        <p className={classes.quiet}>{t('renewals.simulator.alone')}</p>
      ) : (
        <div>
          <h3 className={renew.heading}>{t('renewals.dialog.alsoRenews')}</h3>
          <ul className={renew.list}>
            {proposals.map(({ credentialId, title, oldEnd, end: newEnd, reason: why }) => (
              <li key={credentialId} className={renew.proposal}>
                <span>{title}</span>
                <span className={renew.ends}>
                  {t('renewals.dialog.proposal', {
                    old: format.date(oldEnd),
                    end: format.date(newEnd) || t('renewals.dialog.noEnd'),
                  })}
                </span>
                <span className={renew.why}>{why}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <SourceNote source={source} />
    </>
  );
}

function Fact({ label, children }: Readonly<{ label: string; children: React.ReactNode }>) {
  return (
    <div className={renew.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
