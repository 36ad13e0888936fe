import { IconAlertTriangle, IconCheck, IconCircleHalf2 } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { unitsWords } from './detailWords.ts';
import type { PolicySummary } from './filter.ts';
import classes from './Policies.module.css';
import { termWords } from './words.ts';

const verifiedIcons = {
  yes: IconCheck,
  partly: IconCircleHalf2,
  memory: IconAlertTriangle,
} as const;

type PolicyListProps = Readonly<{
  policies: readonly PolicySummary[];
  chosen: string | undefined;
  /** The one that was read last, where the list comes back in its place. */
  focusOn: string | undefined;
  onChoose: (id: string) => void;
}>;

/** Where a policy stands beside the list, and not in its place. */
const BESIDE = '(width > 960px)';

/**
 * One stop for Tab; the arrows, Home and End go through the policies, and show each where there is
 * room beside the list.
 */
export function PolicyList({ policies, chosen, focusOn, onChoose }: PolicyListProps) {
  const box = useRef<HTMLUListElement>(null);
  const place = policies.findIndex(({ id }) => id === chosen);
  useEffect(() => {
    const at = policies.findIndex(({ id }) => id === focusOn);
    if (at !== -1) box.current?.querySelectorAll('button')[at]?.focus();
    // Only when it is asked for: a search must not move the focus.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [focusOn]);
  const onKeyDown = (event: KeyboardEvent) => {
    const lines = [...(box.current?.querySelectorAll('button') ?? [])];
    const here = lines.findIndex((line) => line === event.currentTarget);
    const last = lines.length - 1;
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const at = Math.min(Math.max(next, 0), last);
    const policy = policies[at];
    if (policy === undefined) return;
    if (window.matchMedia(BESIDE).matches) onChoose(policy.id);
    lines[at]?.focus();
  };
  return (
    <ul ref={box} className={classes.list} aria-label={t('policies.list')}>
      {policies.map((policy, at) => (
        <li key={policy.id}>
          <button
            type="button"
            className={classes.line}
            aria-current={policy.id === chosen}
            tabIndex={at === Math.max(place, 0) ? 0 : -1}
            onClick={() => onChoose(policy.id)}
            onKeyDown={onKeyDown}
          >
            <Line policy={policy} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Line({ policy }: Readonly<{ policy: PolicySummary }>) {
  const format = useFormat();
  const { name, abbreviation, issuer, cycleMonths, units, origin, verified, asOf } = policy;
  const Icon = verifiedIcons[verified];
  return (
    <>
      <span className={classes.name}>
        <span className={classes.title}>{name}</span>
        {abbreviation !== null && abbreviation !== name && (
          <span className={classes.letters}>{abbreviation}</span>
        )}
        {origin !== 'catalogue' && (
          <span className={classes.tag}>{t(`policies.tags.${origin}`)}</span>
        )}
      </span>
      <span className={classes.asOf}>{t('policies.asOf', { month: format.date(asOf) })}</span>
      <span className={classes.second}>
        {[
          issuer,
          termWords(cycleMonths),
          ...units.map(({ unit, total }) => unitsWords(total, unit, format)),
        ].join(', ')}
      </span>
      <span className={classes.verified} data-verified={verified}>
        <Icon size={12} stroke={1.75} aria-hidden />
        {t(`renewals.source.short.${verified}`)}
      </span>
    </>
  );
}
