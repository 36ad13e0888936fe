import { useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import { readDate } from '#shared/domain/readDate.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { readDay } from './readLog.ts';

type Start = Readonly<{ id: Id; title: string; method: RouteKind | null; on: PlainDate | null }>;

export type RenewalForm = ReturnType<typeof useRenewal>;

/**
 * A renewal that is thought through before it is done: by which route, on which day, to which end,
 * and what else it would renew. Nothing is written until `apply`.
 */
export function useRenewal({ id, title, method: firstMethod, on: firstDay }: Start) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const { data: settings = defaultSettings } = useProcedure('settings.get', {});
  const [method, setMethod] = useState(firstMethod);
  const [dayText, setDayText] = useState<string | null>(null);
  const [enteredText, setEnteredText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const shownDay = dayText ?? format.day(firstDay ?? asOf);
  const day = dayText === null ? (firstDay ?? asOf) : readDay(dayText, settings.dateOrder);
  const read = readDate(enteredText, settings.dateOrder);
  const entered: PartialDate | null = read !== null && 'date' in read ? read.date : null;
  const isEnteredBad = enteredText.trim() !== '' && entered === null;

  const routes = useProcedure('renewals.routes', { id, on: day ?? asOf }, { keepPrevious: true });
  const hasPolicy = routes.error === null;
  const request = { id, on: day ?? asOf, method, expires: entered };
  const simulated = useProcedure('renewals.simulate', request, {
    enabled: day !== null && !isEnteredBad && hasPolicy,
    keepPrevious: true,
  });
  const computed = useProcedure(
    'renewals.simulate',
    { ...request, expires: null },
    { enabled: entered !== null && day !== null && hasPolicy, keepPrevious: true },
  );
  const renew = useCommand('renewals.renew', {
    done: ({ credential, accepted }) =>
      accepted > 0
        ? t('renewals.dialog.doneMore', { title: credential.title, count: accepted })
        : t('renewals.dialog.done', {
            title: credential.title,
            end: format.date(credential.expires) || t('renewals.dialog.noEnd'),
          }),
  });

  const refusal = hasPolicy ? (simulated.data?.refusal ?? null) : null;
  const canApply =
    day !== null &&
    !isEnteredBad &&
    (hasPolicy ? simulated.data !== undefined && refusal === null : entered !== null);
  return {
    id,
    title,
    routes: routes.data ?? [],
    hasPolicy,
    method,
    setMethod,
    day,
    dayText: shownDay,
    setDayText,
    entered,
    enteredText,
    isEnteredBad,
    setEnteredText,
    simulated: simulated.data,
    computedEnd: entered === null ? simulated.data?.end : computed.data?.end,
    refusal,
    chosen,
    choose: (ids: readonly string[], on: boolean) => {
      const next = new Set(chosen);
      for (const one of ids) {
        if (on) next.add(one);
        else next.delete(one);
      }
      setChosen(next);
    },
    canApply,
    isPending: renew.isPending,
    apply: (onDone: () => void) => {
      if (!canApply || day === null || renew.isPending) return;
      const accept = (simulated.data?.proposals ?? [])
        .map(({ credentialId }) => credentialId)
        .filter((one) => chosen.has(one));
      renew.mutate({ ...request, on: day, accept, asOf }, { onSuccess: onDone });
    },
  };
}
