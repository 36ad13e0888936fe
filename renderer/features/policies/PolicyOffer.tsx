import { IconBook2, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { PolicyPicker, type PolicyQuery } from '../renewals/PolicyPicker.tsx';
import classes from './Offer.module.css';
import { expiryWords, shortName, termWords } from './words.ts';

type Proposal = Readonly<{
  policy: Pick<
    ProcedureOutput<'policies.list'>[number],
    'id' | 'name' | 'abbreviation' | 'issuer' | 'cycleMonths'
  >;
  expires: PartialDate | null;
}>;

type PolicyOfferProps = Readonly<{
  query: PolicyQuery;
  /** The expiry that was entered; it stays, whatever the policy computes. */
  entered: PartialDate | null;
  /** The policy that was chosen. */
  value: string | null;
  onChange: (policyId: string | null) => void;
}>;

/** Proposes the policy that fits what is being added, and never takes it unasked. */
export function PolicyOffer({ query, entered, value, onChange }: PolicyOfferProps) {
  const [choosing, setChoosing] = useState(false);
  const isNamed = query.title.trim().length > 1;
  const { data: matches = [] } = useProcedure('policies.match', query, {
    enabled: isNamed,
    keepPrevious: true,
  });
  const chosen = useChosen(value, query.issued);
  if (!isNamed && value === null) return null;
  const shown: Proposal | undefined = value === null ? matches[0] : chosen;
  return (
    <div role="group" aria-label={t('policies.offer.label')} className={classes.offer}>
      {shown === undefined ? (
        <span className={classes.quiet}>{value === null && t('policies.offer.none')}</span>
      ) : (
        <Chip proposal={shown} entered={entered} isChosen={value !== null} onChange={onChange} />
      )}
      <button
        type="button"
        className={classes.act}
        aria-expanded={choosing}
        onClick={() => setChoosing(!choosing)}
      >
        {t(shown === undefined ? 'policies.offer.choose' : 'policies.offer.other')}
      </button>
      {choosing && (
        <div className={classes.picker}>
          <PolicyPicker
            opened
            query={query}
            value={value}
            onCancel={() => setChoosing(false)}
            onChange={(next) => {
              setChoosing(false);
              onChange(next);
            }}
          />
        </div>
      )}
    </div>
  );
}

type ChipProps = Readonly<{
  proposal: Proposal;
  entered: PartialDate | null;
  isChosen: boolean;
  onChange: (policyId: string | null) => void;
}>;

function Chip({ proposal: { policy, expires }, entered, isChosen, onChange }: ChipProps) {
  const format = useFormat();
  const name = shortName(policy);
  const words = { policy: name, term: termWords(policy.cycleMonths) };
  const Icon = isChosen ? IconCheck : IconBook2;
  const expiry = expiryWords(expires, entered, format);
  return (
    <>
      <span className={classes.chip} data-chosen={isChosen || undefined}>
        <Icon size={14} stroke={1.75} aria-hidden />
        {t(isChosen ? 'policies.offer.chosen' : 'policies.offer.offered', words)}
        <button
          type="button"
          className={classes.act}
          aria-label={t(isChosen ? 'policies.offer.dropNamed' : 'policies.offer.useNamed', {
            policy: name,
          })}
          onClick={() => onChange(isChosen ? null : policy.id)}
        >
          {t(isChosen ? 'policies.offer.drop' : 'policies.offer.use')}
        </button>
      </span>
      {expiry !== null && <span className={classes.quiet}>{expiry}</span>}
    </>
  );
}

/** The chosen policy with the expiry that it computes, whether it was proposed or not. */
function useChosen(id: string | null, issued: PartialDate | null): Proposal | undefined {
  const enabled = id !== null;
  const { data: found } = useProcedure('policies.get', { id: id ?? '' }, { enabled });
  const { data: expiry } = useProcedure(
    'policies.expiry',
    { id: id ?? '', issued },
    { enabled, keepPrevious: true },
  );
  if (!enabled || found === undefined) return undefined;
  return { policy: found.policy, expires: expiry?.expires ?? null };
}
