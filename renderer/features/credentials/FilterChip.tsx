import { Checkbox, Combobox, useCombobox } from '@mantine/core';
import { useState } from 'react';
import { textKey } from '#shared/domain/textKey.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { Chip } from '../../ui/Chip.tsx';
import classes from './FilterChip.module.css';
import { chosenWords, useFacetOptions, type FacetName, type FacetOption } from './useFilters.ts';

/** More than these at once are found sooner by typing than by scrolling. */
const SHOWN = 100;
/** From this many on a search field helps more than it is in the way. */
const SEARCH_FROM = 9;

type FilterChipProps = Readonly<{
  facet: FacetName;
  chosen: readonly string[];
  onChoose: (values: readonly string[]) => void;
  /** Draws the choices inside the page's flow, for a chip that stands in a popover itself. */
  nested?: boolean;
}>;

/** A chip that narrows the list by one facet; any of the chosen values may hold. */
export function FilterChip({ facet, chosen, onChoose, nested = false }: FilterChipProps) {
  const [words, setWords] = useState('');
  const name = t(`credentials.filters.${facet}`);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setWords('');
      if (document.activeElement?.closest('[data-combobox-dropdown]')) combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const options = useFacetOptions(facet, combobox.dropdownOpened);
  const all = withChosen(options ?? [], chosen);
  const key = textKey(words);
  const found = words.trim() === '' ? all : all.filter(({ label }) => textKey(label).includes(key));
  const searchable = all.length >= SEARCH_FROM;
  const active = chosen.length > 0;
  const label = active
    ? t('credentials.filters.chosen', { facet: name, values: chosenWords(facet, chosen) })
    : name;
  const toggle = (value: string) =>
    onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);

  return (
    <Combobox
      store={combobox}
      onOptionSubmit={toggle}
      position="bottom-start"
      width={260}
      withinPortal={!nested}
      keepMounted={false}
      middlewares={{ shift: { padding: 8 }, flip: true }}
    >
      <Combobox.Target targetType="button" withExpandedAttribute>
        <Chip
          opens
          active={active}
          // A combobox is not named by its content.
          aria-label={label}
          onClick={() => combobox.toggleDropdown()}
          onClear={active ? () => onChoose([]) : undefined}
          clearLabel={t('credentials.filters.clear', { facet: name })}
        >
          {label}
        </Chip>
      </Combobox.Target>
      <Combobox.Dropdown data-combobox-dropdown>
        {searchable && (
          <Combobox.Search
            value={words}
            onChange={(event) => {
              setWords(event.currentTarget.value);
              combobox.updateSelectedOptionIndex();
            }}
            placeholder={t('credentials.filters.find', { facet: name.toLocaleLowerCase() })}
            aria-label={t('credentials.filters.find', { facet: name.toLocaleLowerCase() })}
          />
        )}
        <Combobox.Options aria-label={name} aria-multiselectable>
          <div className={classes.options}>
            {found.slice(0, SHOWN).map((option) => (
              <FacetLine
                key={option.value}
                option={option}
                chosen={chosen.includes(option.value)}
              />
            ))}
          </div>
          {found.length === 0 && <Combobox.Empty>{emptyWords(options, all)}</Combobox.Empty>}
        </Combobox.Options>
        {found.length > SHOWN && (
          <p className={classes.narrow}>{t('credentials.filters.narrow')}</p>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function FacetLine({ option, chosen }: Readonly<{ option: FacetOption; chosen: boolean }>) {
  const format = useFormat();
  return (
    <Combobox.Option
      value={option.value}
      active={chosen}
      aria-selected={chosen}
      className={classes.option ?? ''}
    >
      <Checkbox.Indicator checked={chosen} size="xs" aria-hidden />
      <span className={classes.label}>{option.label}</span>
      <span className={classes.count}>{format.number(option.count)}</span>
    </Combobox.Option>
  );
}

function emptyWords(
  options: readonly FacetOption[] | undefined,
  all: readonly FacetOption[],
): string {
  if (options === undefined) return t('common.loading');
  return t(all.length === 0 ? 'credentials.filters.empty' : 'credentials.filters.nothing');
}

/** A chosen value that nothing has any more must still be there to be taken away. */
function withChosen(
  options: readonly FacetOption[],
  chosen: readonly string[],
): readonly FacetOption[] {
  const lost = chosen.filter((value) => !options.some((option) => option.value === value));
  return [...options, ...lost.map((value) => ({ value, label: value, count: 0 }))];
}
