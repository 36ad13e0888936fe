import { NumberInput, Select, TextInput } from '@mantine/core';
import { ruleSchema, sumOfSchema, type Group } from '#shared/domain/stackTree.ts';
import { t } from '../../i18n/all.ts';
import classes from './Builder.module.css';
import { withRule } from './draftTree.ts';

type GroupFieldsProps = Readonly<{ group: Group; onChange: (group: Group) => void }>;

/** The rule of a group and its name. */
export function GroupFields({ group, onChange }: GroupFieldsProps) {
  const { title, ...unnamed } = group;
  return (
    <div className={classes.group}>
      <Select
        aria-label={t('stacks.builder.rule')}
        size="xs"
        w={104}
        allowDeselect={false}
        value={group.rule}
        data={ruleSchema.options.map((rule) => ({
          value: rule,
          label: t(`stacks.builder.ruleNames.${rule}`),
        }))}
        onChange={(rule) => onChange(withRule(group, ruleSchema.parse(rule)))}
      />
      {group.rule === 'atLeast' && (
        <NumberInput
          aria-label={t('stacks.builder.howMany')}
          w={64}
          min={1}
          max={Math.max(1, group.children.length)}
          allowDecimal={false}
          value={group.n ?? 1}
          onChange={(n) => typeof n === 'number' && onChange(withRule(group, 'atLeast', n))}
        />
      )}
      {group.rule === 'sum' && (
        <>
          <NumberInput
            aria-label={t('stacks.builder.amount')}
            w={76}
            min={1}
            max={1_000_000}
            value={group.n ?? 1}
            onChange={(n) => typeof n === 'number' && n > 0 && onChange(withRule(group, 'sum', n))}
          />
          <Select
            aria-label={t('stacks.builder.sumOf')}
            w={112}
            allowDeselect={false}
            value={group.of ?? 'hours'}
            data={sumOfSchema.options.map((of) => ({
              value: of,
              label: t(`stacks.builder.sums.${of}`),
            }))}
            onChange={(of) => onChange(withRule(group, 'sum', group.n ?? 1, sumOfSchema.parse(of)))}
          />
        </>
      )}
      <TextInput
        aria-label={t('stacks.builder.groupName')}
        placeholder={t('stacks.builder.groupName')}
        className={classes.groupName ?? ''}
        value={title ?? ''}
        onChange={(event) => {
          const text = event.currentTarget.value;
          onChange(text === '' ? unnamed : { ...group, title: text });
        }}
      />
    </div>
  );
}
