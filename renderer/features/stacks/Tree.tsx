import {
  IconAlertTriangle,
  IconChevronDown,
  IconChevronRight,
  IconCircleDashed,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StackKind } from '#shared/domain/stackTree.ts';
import type { GroupView, LeafView, NodeView } from '#shared/domain/stackView.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { percentOf, Ring } from './Ring.tsx';
import classes from './Tree.module.css';
import { leafFigures, ruleWords } from './words.ts';

type TreeProps = Readonly<{ root: NodeView; title: string; kind: StackKind }>;

/** The parts of a stack with their rules in words; groups can be folded. */
export function Tree({ root, title, kind }: TreeProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const toggle = (path: string) =>
    setFolded(
      new Set([...folded].filter((one) => one !== path).concat(folded.has(path) ? [] : path)),
    );
  return (
    <ul className={classes.tree} aria-label={t('stacks.treeLabel', { title })}>
      <Node node={named(root, kind)} level={0} folded={folded} onToggle={toggle} />
    </ul>
  );
}

/** The root is called by what the stack is, where it has no name of its own. */
const named = (root: NodeView, kind: StackKind): NodeView =>
  root.type === 'group' && root.title === null
    ? { ...root, title: t(`stacks.builder.kinds.${kind}`) }
    : root;

type Folding = Readonly<{ folded: ReadonlySet<string>; onToggle: (path: string) => void }>;

function Node({ node, level, ...folding }: Readonly<{ node: NodeView; level: number }> & Folding) {
  return node.type === 'group' ? (
    <GroupRow group={node} level={level} {...folding} />
  ) : (
    <LeafRow leaf={node} level={level} />
  );
}

type GroupRowProps = Readonly<{ group: GroupView; level: number }> & Folding;

function GroupRow({ group, level, folded, onToggle }: GroupRowProps) {
  const format = useFormat();
  const open = !folded.has(group.path);
  const name = group.title ?? t('stacks.unnamed');
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <li>
      <div className={classes.row} data-group style={{ paddingInlineStart: 8 + level * 20 }}>
        <button
          type="button"
          className={classes.fold}
          aria-expanded={open}
          aria-label={t('stacks.toggle', { title: name })}
          onClick={() => onToggle(group.path)}
        >
          <Chevron size={14} stroke={1.75} aria-hidden />
        </button>
        <Ring progress={group.progress} size={16} />
        <span className={classes.groupName}>
          {group.title !== null && <strong>{group.title}</strong>}{' '}
          <span className={classes.rule}>
            {ruleWords(group, format)}
            {group.rule === 'sum' &&
              `, ${t('stacks.rules.sumDone', { done: format.number(group.done) })}`}
          </span>
          {group.blockedBy.length > 0 && <After titles={group.blockedBy} />}
        </span>
        <strong className={classes.percent}>
          {t('stacks.percent', { percent: percentOf(group.progress) })}
        </strong>
      </div>
      {open && (
        <ul className={classes.children} data-line={level > 0 || undefined}>
          {group.children.map((child) => (
            <Node
              key={child.path}
              node={child}
              level={level + 1}
              folded={folded}
              onToggle={onToggle}
            />
          ))}
        </ul>
      )}
    </li>
  );
}

function LeafRow({ leaf, level }: Readonly<{ leaf: LeafView; level: number }>) {
  const format = useFormat();
  const word = stateWord(leaf);
  return (
    <li className={classes.row} style={{ paddingInlineStart: 14 + level * 20 }}>
      {leaf.status === null ? (
        <IconCircleDashed size={16} stroke={1.75} color="var(--t2)" aria-hidden />
      ) : (
        <span aria-hidden className={classes.icon}>
          <StatusMark status={leaf.status} />
        </span>
      )}
      <span className={classes.leaf}>
        <span className={classes.leafLine}>
          {leaf.credentialId === null ? (
            <span className={classes.name}>{leaf.title}</span>
          ) : (
            <Link to="/credentials" search={{ id: leaf.credentialId }} className={classes.name}>
              {leaf.title}
            </Link>
          )}
          {leaf.atRisk && (
            <span className={classes.risk}>
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
              {t('stacks.atRisk')}
            </span>
          )}
        </span>
        {leaf.blockedBy.length > 0 && <After titles={leaf.blockedBy} />}
      </span>
      <span className={classes.state} title={leaf.reason ?? undefined} data-amber={word.amber}>
        {word.text}
      </span>
      <span className={classes.figures}>{leafFigures(leaf, format)}</span>
    </li>
  );
}

/** What must come first; the names are in the tip where there are several. */
function After({ titles }: Readonly<{ titles: readonly string[] }>) {
  const [first = ''] = titles;
  const what = titles.length === 1 ? first : t('stacks.facts.leaves', { count: titles.length });
  return (
    <span className={classes.after} title={titles.join(', ')}>
      {t('stacks.after', { what })}
    </span>
  );
}

/** The credential's own status where it says more than the state does. */
function stateWord({ state, status, expires }: LeafView): { text: string; amber?: true } {
  if (state === 'complete' && status !== null && expires !== null) {
    return {
      text: t(`common.statuses.${status}`),
      ...(status === 'expiring' ? { amber: true } : {}),
    };
  }
  if (state === 'open' && status === 'planned') return { text: t('common.statuses.planned') };
  if (state === 'lapsed' && status !== null) {
    return { text: t(`common.statuses.${status}`), amber: true };
  }
  const amber = state === 'audit' || state === 'grade' || state === 'double' || state === 'removed';
  return { text: t(`stacks.states.${state}`), ...(amber ? { amber: true } : {}) };
}
