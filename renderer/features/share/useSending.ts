import type { Id } from '#shared/domain/credential.ts';
import type { SentFact } from '#shared/domain/sentFact.ts';
import type { ProcedureName } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { createStore } from '../../ui/store.ts';
import { showFailed } from '../../ui/toast.tsx';
import type { OutputName } from './views.ts';

/** The ledger keeps no text beyond this many characters (copies.record). */
const TEXT_MAX = 1_000_000;
/** Nor a recipe beyond this many. */
const RECIPE_MAX = 100_000;

/** What goes out: its text, what it states, and the call that made it. */
export type Sent = Readonly<{
  format: string;
  locale?: string;
  /** As the procedure gave it, or as the user changed it; null where it is no text. */
  text: string | null;
  facts: readonly SentFact[];
  /** Credentials whose facts are looked for in the text, where `facts` has none of them. */
  ids?: readonly Id[];
  /** The call that makes the text again, its input without the day; null: nothing does. */
  recipe: Readonly<{ procedure: ProcedureName; input: object }> | null;
}>;

export type Sending = Readonly<{
  place: string;
  setPlace: (place: string) => void;
  /** Remembers what went out; copying and saving never wait for it. */
  record: (sent: Sent, how: 'copied' | 'saved', file?: string) => void;
}>;

/** Where things go, as it was last said; kept while the window is open. */
const places = createStore<ReadonlyMap<string, string>>(new Map());

/**
 * Where an output goes, and how to remember that it went. Every output uses this after Copy or
 * Save, with a `PlaceField` beside its buttons (features.md H12).
 * @param usual where it goes unless the user says another place
 */
export function useSending(
  output: OutputName,
  usual: string = t(`share.places.${output}`),
): Sending {
  const { asOf } = useAsOf();
  const key = `${output} ${usual}`;
  const place = places.use().get(key) ?? usual;
  return {
    place,
    setPlace: (next) => places.set(new Map([...places.get(), [key, next]])),
    record: (sent, how, file) => {
      const { text, locale, facts, ids = [], format, recipe } = sent;
      call('copies.record', {
        output,
        format,
        place: place.trim() === '' ? usual : place.trim(),
        how,
        file: file ?? null,
        ...(locale === undefined ? {} : { locale }),
        text: text !== null && text.length > TEXT_MAX ? null : text,
        facts: [...facts],
        ids: [...ids],
        recipe: recipe === null ? null : written(recipe),
        asOf,
      }).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        showFailed(t('share.sent.notRecorded', { reason }));
      });
    },
  };
}

function written({ procedure, input }: NonNullable<Sent['recipe']>) {
  const json = JSON.stringify(input);
  return json.length > RECIPE_MAX ? null : { procedure, input: json };
}
