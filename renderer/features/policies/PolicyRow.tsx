import { useId } from 'react';
import type { Credential } from '#shared/domain/credential.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from '../credentials/Field.module.css';
import { InPlace } from '../credentials/InPlace.tsx';
import { useSave } from '../credentials/save.ts';
import { Labelled, ValueButton } from '../credentials/TextRow.tsx';
import { PolicyPicker } from '../renewals/PolicyPicker.tsx';
import offer from './Offer.module.css';
import { shortName, termWords } from './words.ts';

/** The policy that a credential is kept by; without one, what fits is a click away. */
export function PolicyRow({ credential }: Readonly<{ credential: Credential }>) {
  const labelId = useId();
  const choose = useChoosePolicy(credential);
  const { policyId, title, abbreviation, issuer, issued } = credential;
  const { data: policies = [] } = useProcedure('policies.list', {});
  const query = { title, abbreviation, issuer: issuer?.name ?? null, issued };
  const { data: matches } = useProcedure('policies.match', query, { enabled: policyId === null });
  const policy = policies.find(({ id }) => id === policyId);
  const best = policyId === null ? matches?.[0]?.policy : undefined;
  return (
    <Labelled field="policyId" labelId={labelId}>
      <InPlace
        editor={(close) => (
          <div className={classes.editor}>
            <PolicyPicker
              opened
              labelledBy={labelId}
              query={query}
              value={policyId}
              onCancel={() => close(true)}
              onChange={(next) => {
                void choose(next);
                close(true);
              }}
            />
          </div>
        )}
        display={(edit, ref) => (
          <>
            <ValueButton ref={ref} labelId={labelId} onClick={edit}>
              {policyId === null
                ? ''
                : policy === undefined
                  ? policyId
                  : t('policies.row', {
                      name: policy.abbreviation ?? policy.name,
                      term: termWords(policy.cycleMonths),
                    })}
            </ValueButton>
            {best !== undefined && (
              <button
                type="button"
                className={offer.act}
                title={t('policies.offer.offered', {
                  policy: shortName(best),
                  term: termWords(best.cycleMonths),
                })}
                onClick={() => void choose(best.id)}
              >
                {t('policies.useNamed', { name: best.abbreviation ?? best.name })}
              </button>
            )}
          </>
        )}
      />
    </Labelled>
  );
}

/** Puts a credential under a policy, or takes it off; says so, or why not. */
export function useChoosePolicy(
  credential: Credential,
): (policyId: string | null) => Promise<void> {
  const save = useSave(credential);
  const { data: policies = [] } = useProcedure('policies.list', {});
  const { title, policyId } = credential;
  return async (next) => {
    if (next === policyId) return;
    const policy = policies.find(({ id }) => id === next)?.name ?? next ?? '';
    try {
      await save(
        { policyId: next },
        next === null
          ? t('renewals.tab.policyNone', { title })
          : t('renewals.tab.policySet', { title, policy }),
      );
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  };
}
