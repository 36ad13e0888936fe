import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Policy } from '#shared/domain/policy.ts';
import type { Category, Requirement } from '#shared/domain/policyParts.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import {
  alternativeLine,
  basisWords,
  categoryWords,
  feeLine,
  graphLines,
  monthsWords,
  requirementWords,
  routeLine,
  rungLine,
  unitsWords,
  versionLines,
  windowWords,
} from './detailWords.ts';
import classes from './Policies.module.css';
import { StateTable } from './StateTable.tsx';

type PolicyRulesProps = Readonly<{ policy: Policy; nameOf: (id: string) => string }>;

/** The rules of a policy, one section for each thing that it can say. */
export function PolicyRules({ policy, nameOf }: PolicyRulesProps) {
  const format = useFormat();
  const { requirements, routes, alternatives, afterEnd, fees } = policy;
  return (
    <div className={classes.rules}>
      <Section title={t('policies.sections.term')}>
        <Lines lines={termLines(policy, format)} />
      </Section>
      <Section title={t('policies.sections.keeps')}>
        {requirements.length === 0 && <p className={classes.text}>{t('policies.noUnits')}</p>}
        {requirements.map((requirement) => (
          <Asked key={requirement.unit} requirement={requirement} />
        ))}
      </Section>
      {alternatives.length > 0 && (
        <Section title={t('policies.sections.alternatives')}>
          <Lines lines={alternatives.map(alternativeLine)} />
        </Section>
      )}
      {routes.length > 0 && (
        <Section title={t('policies.sections.routes')}>
          <Lines lines={routes.map((route) => routeLine(route, format))} />
        </Section>
      )}
      {policy.cycleMonths !== null && (
        <Section title={t('policies.sections.afterEnd')}>
          <Lines
            lines={
              !afterEnd.known
                ? [t('renewals.tab.unknownAfter')]
                : afterEnd.rungs.length === 0
                  ? [t('renewals.tab.atOnce')]
                  : afterEnd.rungs.map((rung) => rungLine(rung, format))
            }
          />
        </Section>
      )}
      {fees.length > 0 && (
        <Section title={t('policies.sections.fees')}>
          <Lines lines={fees.map((fee) => feeLine(fee, format))} />
        </Section>
      )}
      <Optional title={t('policies.sections.graph')} lines={graphLines(policy, nameOf)} />
      <Optional title={t('policies.sections.versions')} lines={versionLines(policy, format)} />
      {policy.states.length > 0 && (
        <Section title={t('policies.sections.states')}>
          <StateTable policy={policy} />
        </Section>
      )}
      <Further policy={policy} />
    </div>
  );
}

function termLines(policy: Policy, format: ReturnType<typeof useFormat>): string[] {
  const { cycleMonths, validityMonths, basis, renewsFrom, renewsFromStated, renewalWindow } =
    policy;
  const from = t(`policies.renewsFrom.${renewsFrom}`);
  return [
    cycleMonths === null
      ? t('policies.words.noTerm')
      : t('policies.words.holds', { length: monthsWords(cycleMonths), basis: basisWords(basis) }),
    ...(validityMonths !== null && validityMonths !== cycleMonths
      ? [t('policies.words.ownTerm', { length: monthsWords(validityMonths) })]
      : []),
    ...(cycleMonths === null
      ? []
      : [renewsFromStated ? from : `${from}, ${t('policies.words.assumedFrom')}`]),
    ...(renewalWindow === null ? [] : [windowWords(renewalWindow, format)]),
    ...(policy.firstCycle === 'standard' ? [] : [t(`policies.firstCycle.${policy.firstCycle}`)]),
  ];
}

/** What a policy says besides: who it is about, the catalogue's remarks, and the notes. */
function Further({ policy }: Readonly<{ policy: Policy }>) {
  const { data: glossary = {} } = useQuery({ queryKey: ['flagGlossary'], queryFn: loadGlossary });
  const { needsPersonData, stateSpecific, flags, proofMonths, notes } = policy;
  return (
    <Section title={t('policies.sections.more')}>
      <Lines
        lines={[
          ...needsPersonData.map((what) => t(`policies.person.${what}`)),
          ...(stateSpecific ? [t('policies.words.stateSpecific')] : []),
          ...flags.map((flag) => glossary[flag] ?? flag.replaceAll('-', ' ')),
          t('policies.words.proofs', { length: monthsWords(proofMonths) }),
        ]}
      />
      {notes !== null && <p className={classes.text}>{notes}</p>}
    </Section>
  );
}

async function loadGlossary(): Promise<Readonly<Record<string, string>>> {
  const { policyCatalog } = await import('#shared/catalog/catalog.ts');
  return policyCatalog().flagGlossary;
}

function Asked({ requirement }: Readonly<{ requirement: Requirement }>) {
  const format = useFormat();
  const { unit, total, per, categories } = requirement;
  const units = unitsWords(total, unit, format);
  return (
    <div className={classes.asked}>
      <p className={classes.text}>
        <strong>{t(per === 'year' ? 'policies.perYear' : 'policies.perCycle', { units })}</strong>
      </p>
      <Categories categories={categories} within={null} />
      <Lines lines={requirementWords(requirement, format)} />
    </div>
  );
}

type CategoriesProps = Readonly<{ categories: readonly Category[]; within: string | null }>;

function Categories({ categories, within }: CategoriesProps) {
  const format = useFormat();
  const own = categories.filter((category) => category.within === within);
  if (own.length === 0) return null;
  return (
    <ul className={classes.categories}>
      {own.map((category) => (
        <li key={category.name}>
          {category.name} <span className={classes.quiet}>{categoryWords(category, format)}</span>
          <Categories categories={categories} within={category.name} />
        </li>
      ))}
    </ul>
  );
}

function Optional({ title, lines }: Readonly<{ title: string; lines: readonly string[] }>) {
  return lines.length === 0 ? null : (
    <Section title={title}>
      <Lines lines={lines} />
    </Section>
  );
}

function Section({ title, children }: Readonly<{ title: string; children: ReactNode }>) {
  return (
    <section className={classes.section}>
      <h3 className={classes.sectionTitle}>{title}</h3>
      <div className={classes.sectionBody}>{children}</div>
    </section>
  );
}

function Lines({ lines }: Readonly<{ lines: readonly string[] }>) {
  return (
    <ul className={classes.lines}>
      {lines.map((line, place) => (
        // Two fees may read alike.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={`${place} ${line}`}>{sentence(line)}</li>
      ))}
    </ul>
  );
}

const sentence = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
