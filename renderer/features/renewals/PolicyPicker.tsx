import { Select } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';
import { useFormat } from '../../format.ts';
import { useProcedure } from '../../query.ts';
import classes from './Tabs.module.css';
import { withDates } from './words.ts';

type Summary = ProcedureOutput<'policies.list'>[number];

/** What policies are proposed for: a credential, or one that is being added. */
export type PolicyQuery = Readonly<{
  title: string;
  abbreviation: string | null;
  issuer: string | null;
  issued: PartialDate | null;
}>;

type PolicyPickerProps = Readonly<{
  query: PolicyQuery;
  value: string | null;
  onChange: (policyId: string | null) => void;
  label?: string;
  /** Id of what names it elsewhere, in place of a label of its own. */
  labelledBy?: string;
  /** Opens at once and takes the focus, as an editor in place does. */
  opened?: boolean;
  /** Esc, once the list is closed. */
  onCancel?: () => void;
}>;

const NONE = '';

/** Chooses a renewal policy: those that fit come first, then all of them, or none. */
export function PolicyPicker({
  query,
  value,
  onChange,
  label,
  labelledBy,
  opened = false,
  onCancel,
}: PolicyPickerProps) {
  const format = useFormat();
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    // The field names its list as it is drawn, so the list must be there before it opens.
    const frame = requestAnimationFrame(() => {
      if (opened) field.current?.focus();
      setIsOpen(opened);
    });
    return () => cancelAnimationFrame(frame);
  }, [opened]);
  const { data: policies = [] } = useProcedure('policies.list', {});
  const { data: matches = [] } = useProcedure('policies.match', query, {
    enabled: query.title.trim() !== '',
  });
  const suggested = new Set(matches.map(({ policy }) => policy.id));
  const expiries = new Map(
    matches.map(({ policy, expires, reason }) => [
      policy.id,
      expires === null
        ? withDates(reason, format)
        : t('renewals.tab.proposal', { date: format.date(expires) }),
    ]),
  );
  const rest = policies
    .filter(({ id }) => !suggested.has(id))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <Select
      {...(labelledBy === undefined
        ? { label: label ?? t('renewals.tab.pickerLabel') }
        : { 'aria-labelledby': labelledBy })}
      placeholder={t('renewals.tab.pickerHint')}
      searchable
      allowDeselect={false}
      nothingFoundMessage={t('renewals.tab.nothingFound')}
      renderOption={({ option }) => (
        <div>
          {option.label}
          {expiries.has(option.value) && (
            <div className={classes.quiet}>{expiries.get(option.value)}</div>
          )}
        </div>
      )}
      ref={field}
      comboboxProps={{ keepMounted: true }}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setIsOpen(true)}
      onDropdownClose={() => setIsOpen(false)}
      onKeyDown={(event) => {
        // Closes the list, then the picker, and never what is around them.
        if (event.key !== 'Escape' || (!isOpen && onCancel === undefined)) return;
        event.preventDefault();
        if (!isOpen) onCancel?.();
      }}
      data={[
        {
          group: t('renewals.tab.suggested'),
          items: [
            ...matches.map(({ policy }) => ({ value: policy.id, label: summaryWords(policy) })),
            { value: NONE, label: t('renewals.tab.noneOption') },
          ],
        },
        {
          group: t('renewals.tab.all'),
          items: rest.map((policy) => ({ value: policy.id, label: summaryWords(policy) })),
        },
      ]}
      value={value ?? NONE}
      onChange={(id) => onChange(id === null || id === NONE ? null : id)}
    />
  );
}

const summaryWords = ({ name, abbreviation, issuer }: Summary): string =>
  abbreviation === null ? `${name}, ${issuer}` : `${name} (${abbreviation}), ${issuer}`;
