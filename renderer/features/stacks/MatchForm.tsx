import { Button, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { kinds, kindSchema } from '#shared/domain/credential.ts';
import { matchSchema, type Match, type StackNode } from '#shared/domain/stackTree.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './Builder.module.css';

const texts = ['title', 'abbreviation', 'issuer', 'tag'] as const;
const MATCH_AFTER_MS = 250;

/** A part that any credential fills for which the rule holds, also one that comes later. */
export function MatchForm({ onAdd }: Readonly<{ onAdd: (node: StackNode) => void }>) {
  const { asOf } = useAsOf();
  const [rule, setRule] = useState<Match>({});
  const read = matchSchema.safeParse(rule);
  const [settled] = useDebouncedValue(rule, MATCH_AFTER_MS);
  const { data: found } = useProcedure(
    'stacks.match',
    { match: settled, asOf, limit: 100 },
    { enabled: matchSchema.safeParse(settled).success, keepPrevious: true },
  );
  const set = (name: keyof Match, value: string) => {
    const { [name]: _before, ...rest } = rule;
    setRule(value === '' ? rest : { ...rest, [name]: value });
  };
  return (
    <form
      className={classes.match}
      onSubmit={(event) => {
        event.preventDefault();
        if (!read.success) return;
        onAdd({ match: read.data });
        setRule({});
      }}
    >
      <p className={classes.hint}>{t('stacks.builder.match.text')}</p>
      {texts.map((name) => (
        <TextInput
          key={name}
          label={t(`stacks.builder.match.${name}`)}
          value={rule[name] ?? ''}
          onChange={(event) => set(name, event.currentTarget.value)}
        />
      ))}
      <Select
        label={t('stacks.builder.match.kind')}
        placeholder={t('stacks.builder.match.anyKind')}
        clearable
        value={rule.kind ?? null}
        data={kinds.map((kind) => ({ value: kind, label: t(`common.kinds.${kind}`) }))}
        onChange={(kind) => set('kind', kindSchema.safeParse(kind).data ?? '')}
      />
      <p className={classes.hint} role="status">
        {read.success && found !== undefined
          ? found.length === 0
            ? t('stacks.builder.match.findsNone')
            : t('stacks.builder.match.finds', { count: found.length })
          : ''}
      </p>
      <Button type="submit" variant="default" disabled={!read.success}>
        {t('stacks.builder.match.add')}
      </Button>
    </form>
  );
}
