import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCheck,
  IconDeviceFloppy,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StackView } from '#shared/domain/stackView.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { saveFile } from '../../save.ts';
import { showFailed } from '../../ui/toast.tsx';
import { openBuilder } from './dialogs.ts';
import { Ring } from './Ring.tsx';
import classes from './StackHeader.module.css';
import { hoursWords, moneyWords, rangeWords, ruleWords } from './words.ts';

type StackHeaderProps = Readonly<{ stack: StackView; headingId: string }>;

export function StackHeader({ stack, headingId }: StackHeaderProps) {
  const format = useFormat();
  const { title, options, grants, root } = stack;
  const rule = root.type === 'group' ? ruleWords(root, format) : null;
  const who = options.provider ?? grants?.institution ?? null;
  return (
    <header className={classes.header}>
      <div className={classes.top}>
        <Ring progress={stack.report.progress} size={56} withText />
        <div className={classes.words}>
          <h2 id={headingId} className={classes.title}>
            {title}
          </h2>
          <p className={classes.line}>
            {[who, t(`stacks.builder.kinds.${stack.kind}`), rule]
              .filter((part) => part !== null)
              .join(', ')}
          </p>
        </div>
        <Button
          variant="default"
          leftSection={<IconPencil size={16} stroke={1.75} />}
          onClick={() => openBuilder(stack.id)}
        >
          {t('stacks.edit')}
        </Button>
        <StackMenu stack={stack} />
      </div>
      <Facts stack={stack} />
    </header>
  );
}

function Facts({ stack }: Readonly<{ stack: StackView }>) {
  const format = useFormat();
  const { report, target } = stack;
  const cost =
    rangeWords(report.remainingCostLow, report.remainingCostHigh, format) ??
    moneyWords(report.remainingCost, format);
  const unknown = t('stacks.facts.unknown');
  const leaves = report.atRisk.length;
  return (
    <dl className={classes.facts}>
      {report.complete ? (
        <Fact name={t('stacks.facts.complete')}>
          <IconCheck size={16} stroke={1.75} color="var(--acc)" aria-hidden />
          {t('stacks.ofParts', { done: report.done, of: report.of })}
        </Fact>
      ) : (
        <Fact name={t('stacks.facts.finish')}>
          {report.forecast === null ? unknown : format.day(report.forecast)}
        </Fact>
      )}
      {target !== null && (
        <Fact name={t('stacks.facts.target')} amber={report.onTarget === false}>
          {report.onTarget === false && <IconAlertTriangle size={16} stroke={1.75} aria-hidden />}
          {format.date(target)}
        </Fact>
      )}
      {!report.complete && (
        <>
          <Fact name={t('stacks.facts.hours')}>
            {report.remainingHours === null ? unknown : hoursWords(report.remainingHours, format)}
          </Fact>
          <Fact
            name={t('stacks.facts.cost')}
            {...(report.costUnknown > 0
              ? { hint: t('stacks.facts.costUnknown', { count: report.costUnknown }) }
              : {})}
          >
            {cost ?? (report.costUnknown > 0 ? unknown : t('stacks.facts.nothing'))}
          </Fact>
        </>
      )}
      <Fact name={t('stacks.facts.paid')}>
        {moneyWords(report.paid, format) ?? t('stacks.facts.nothing')}
      </Fact>
      {leaves > 0 && (
        <Fact name={t('stacks.facts.risk')} amber>
          <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
          {t('stacks.facts.leaves', { count: leaves })}
        </Fact>
      )}
    </dl>
  );
}

type FactProps = Readonly<{ name: string; children: ReactNode; amber?: boolean; hint?: string }>;

function Fact({ name, children, amber = false, hint }: FactProps) {
  return (
    <div className={classes.fact} title={hint}>
      <dt>{name}</dt>
      <dd data-amber={amber || undefined}>{children}</dd>
    </div>
  );
}

function StackMenu({ stack }: Readonly<{ stack: StackView }>) {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const { id, title } = stack;
  const remove = useCommand('stacks.remove', { done: () => t('stacks.removed', { title }) });
  const save = async () => {
    try {
      const file = await call('stacks.file', { id, asOf });
      const text = `${JSON.stringify(file, null, 2)}\n`;
      saveFile(`${fileName(title)}.json`, 'application/json', text);
    } catch (error) {
      showFailed(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t('stacks.more', { title })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconDeviceFloppy size={16} stroke={1.75} />}
          onClick={() => void save()}
        >
          {t('stacks.saveFile')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          onClick={() =>
            remove.mutate(
              { ids: [id] },
              { onSuccess: () => void navigate({ to: '/stacks', search: {}, replace: true }) },
            )
          }
        >
          {t('stacks.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Characters that some file system refuses become blanks. */
const fileName = (title: string): string =>
  title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 80) || 'stack';
