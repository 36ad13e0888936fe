import { SegmentedControl, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { idSchema } from '#shared/domain/credential.ts';
import { statusSchema } from '#shared/domain/status.ts';
import type { StackNode } from '#shared/domain/stackTree.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import classes from './Builder.module.css';
import { MatchForm } from './MatchForm.tsx';

const sources = ['held', 'catalogue', 'rule'] as const;
type Source = (typeof sources)[number];
const SEARCH_AFTER_MS = 120;
const SHOWN = 60;

type PartPickerProps = Readonly<{
  groupName: string;
  isRoot: boolean;
  onAdd: (node: StackNode) => void;
}>;

/** Parts to add: from the portfolio, from the catalogue, or any credential that fits a rule. */
export function PartPicker({ groupName, isRoot, onAdd }: PartPickerProps) {
  const [source, setSource] = useState<Source>('held');
  const [query, setQuery] = useState('');
  return (
    <section className={classes.picker} aria-label={t('stacks.builder.pick')}>
      <h3 className={classes.pickTitle}>
        {isRoot ? t('stacks.builder.pick') : t('stacks.builder.addInto', { title: groupName })}
      </h3>
      <SegmentedControl
        fullWidth
        withItemsBorders={false}
        aria-label={t('stacks.builder.pick')}
        value={source}
        data={sources.map((value) => ({ value, label: t(`stacks.builder.sources.${value}`) }))}
        onChange={(value) => setSource(sources.find((one) => one === value) ?? 'held')}
      />
      {source === 'rule' ? (
        <MatchForm onAdd={onAdd} />
      ) : (
        <>
          <TextInput
            aria-label={t(
              source === 'held' ? 'stacks.builder.find' : 'stacks.builder.findCatalogue',
            )}
            placeholder={t(
              source === 'held' ? 'stacks.builder.find' : 'stacks.builder.findCatalogue',
            )}
            leftSection={<IconSearch size={16} stroke={1.75} />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          {source === 'held' ? (
            <Held query={query} onAdd={onAdd} />
          ) : (
            <Catalogue query={query} onAdd={onAdd} />
          )}
        </>
      )}
    </section>
  );
}

type ListProps = Readonly<{ query: string; onAdd: (node: StackNode) => void }>;

function Held({ query, onAdd }: ListProps) {
  const { asOf } = useAsOf();
  const [wanted] = useDebouncedValue(query.trim(), SEARCH_AFTER_MS);
  const { data } = useProcedure(
    'credentials.rows',
    { filter: wanted === '' ? {} : { query: wanted }, sort: 'title', asOf, limit: SHOWN },
    { keepPrevious: true },
  );
  const columns = data?.columns;
  if (columns?.id.length === 0)
    return <p className={classes.hint}>{t('stacks.builder.nothing')}</p>;
  return (
    <ul className={classes.choices}>
      {columns?.id.map((id, index) => {
        const title = columns.title[index] ?? '';
        const status = statusSchema.safeParse(columns.status[index]).data;
        return (
          <Choice
            key={id}
            title={title}
            second={columns.issuer[index] ?? null}
            mark={status === undefined ? null : <StatusMark status={status} />}
            onAdd={() => onAdd({ credentialId: idSchema.parse(id) })}
          />
        );
      })}
    </ul>
  );
}

function Catalogue({ query, onAdd }: ListProps) {
  const { data: policies = [] } = useProcedure('policies.list', {});
  const { data: programs = [] } = useProcedure('programs.list', { query: '' });
  const wanted = textKey(query);
  const fits = (...texts: (string | null)[]) =>
    wanted === '' || texts.some((text) => text !== null && textKey(text).includes(wanted));
  const found = [
    ...programs
      .filter(({ origin, name, issuer }) => origin === 'program' && fits(name, issuer))
      .map(({ id, name, issuer, kind }) => ({
        key: `program ${id}`,
        title: name,
        second: issuer,
        node: { match: { title: name, kind }, title: name },
      })),
    ...policies
      .filter(({ name, abbreviation, issuer }) => fits(name, abbreviation, issuer))
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name, abbreviation, issuer }) => ({
        key: `policy ${id}`,
        title: abbreviation === null ? name : `${name} (${abbreviation})`,
        second: issuer,
        node: { match: { policy: id }, title: name },
      })),
  ].slice(0, SHOWN);
  if (found.length === 0) return <p className={classes.hint}>{t('stacks.builder.nothing')}</p>;
  return (
    <ul className={classes.choices}>
      {found.map(({ key, title, second, node }) => (
        <Choice key={key} title={title} second={second} mark={null} onAdd={() => onAdd(node)} />
      ))}
    </ul>
  );
}

type ChoiceProps = Readonly<{
  title: string;
  second: string | null;
  mark: React.ReactNode;
  onAdd: () => void;
}>;

function Choice({ title, second, mark, onAdd }: ChoiceProps) {
  return (
    <li>
      <button
        type="button"
        className={classes.choice}
        aria-label={t('stacks.builder.addNamed', { title })}
        onClick={onAdd}
      >
        {mark}
        <span className={classes.choiceWords}>
          <span className={classes.choiceTitle}>{title}</span>
          {second !== null && <span className={classes.second}>{second}</span>}
        </span>
        <IconPlus size={16} stroke={1.75} aria-hidden />
      </button>
    </li>
  );
}
