import { Autocomplete } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { KnownCredential } from '#shared/domain/quickAddName.ts';
import type { QuickAdd, QuickAddKnown } from '#shared/domain/quickAdd.ts';
import { t } from '../../i18n/all.ts';
import { fuzzyMatch } from '../palette/fuzzy.ts';

type LineFieldProps = Readonly<{
  line: string;
  known: QuickAddKnown;
  understood: QuickAdd;
  onChange: (line: string) => void;
}>;

const MOST_OFFERED = 6;

/** The one line; while its name is typed, names from the catalogue complete it. */
export function LineField({ line, known, understood, onChange }: LineFieldProps) {
  const offers = useMemo(
    () => offered(understood, known.credentials),
    [understood, known.credentials],
  );
  const [asked, setAsked] = useState(false);
  const name = understood.parts.find(({ field }) => field === 'title');
  return (
    <Autocomplete
      data-autofocus
      label={t('quickAdd.line')}
      placeholder={t('quickAdd.placeholder')}
      data={offers.map(({ id, name: title, issuer }) => ({
        value: id,
        label: `${title}, ${issuer}`,
      }))}
      // Already chosen for the words of the name alone.
      filter={({ options }) => options}
      value={line}
      spellCheck={false}
      // An empty list that is "open" would take the Esc that is meant for the dialog.
      dropdownOpened={asked && offers.length > 0}
      onDropdownOpen={() => setAsked(true)}
      onDropdownClose={() => setAsked(false)}
      onChange={onChange}
      onOptionSubmit={(id) => {
        const entry = known.credentials.find((credential) => credential.id === id);
        if (entry === undefined || name === undefined) return;
        // The field writes the option's label into the line first; the line as it was is kept here.
        queueMicrotask(() =>
          onChange(line.slice(0, name.start) + entry.name + line.slice(name.end)),
        );
      }}
    />
  );
}

/** Entries whose name or abbreviation fits what stands as the name, best first. */
function offered({ fields, parts }: QuickAdd, credentials: readonly KnownCredential[]) {
  const typed = parts.find(({ field }) => field === 'title')?.text ?? '';
  if (typed.length < 2 || typeof fields.policyId === 'string') return [];
  return credentials
    .flatMap((entry) => {
      const match = fuzzyMatch(typed, `${entry.abbreviation ?? ''} ${entry.name}`);
      return match === null ? [] : [{ entry, score: match.score }];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST_OFFERED)
    .map(({ entry }) => entry);
}
