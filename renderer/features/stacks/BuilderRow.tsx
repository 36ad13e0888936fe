import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconGripVertical, IconStack2, IconTargetArrow } from '@tabler/icons-react';
import { useState } from 'react';
import { isGroup, type Group, type StackNode } from '#shared/domain/stackTree.ts';
import { t } from '../../i18n/all.ts';
import classes from './Builder.module.css';
import { GroupFields } from './GroupFields.tsx';
import { leafName, placeKey, stepped, type Place, type Step } from './draftTree.ts';
import { LeafDialog } from './LeafDialog.tsx';

type BuilderRowProps = Readonly<{
  root: Group;
  place: Place;
  node: StackNode;
  /** What the credential that it finds is called. */
  name: string | undefined;
  isInto: boolean;
  onInto: () => void;
  onChange: (node: StackNode) => void;
  onRoot: (root: Group) => void;
  onStep: (step: Step) => void;
  onRemove: () => void;
  onAddGroup: () => void;
  onDragStart: () => void;
  onDragEnd: () => void;
}>;

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};

/** One part of a stack that is being built. */
export function BuilderRow(props: BuilderRowProps) {
  const { root, place, node, isInto, onChange } = props;
  const [editing, setEditing] = useState(false);
  const isRoot = place.length === 0;
  const name = isGroup(node)
    ? (node.title ?? t('stacks.unnamed'))
    : (node.title ?? props.name ?? leafName(node));
  return (
    <div className={classes.row}>
      {!isRoot && (
        <button
          type="button"
          className={classes.handle}
          data-handle={placeKey(place)}
          aria-label={t('stacks.builder.handle', { title: name })}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            event.dataTransfer.setData('text/plain', name);
            props.onDragStart();
          }}
          onDragEnd={props.onDragEnd}
          onKeyDown={(event) => {
            const step = steps[event.key];
            if (step === undefined || !event.altKey) return;
            event.preventDefault();
            props.onStep(step);
          }}
        >
          <IconGripVertical size={14} stroke={1.75} aria-hidden />
        </button>
      )}
      {isGroup(node) ? (
        <>
          <IconStack2 size={16} stroke={1.75} color="var(--t2)" aria-hidden />
          <GroupFields group={node} onChange={onChange} />
          <button
            type="button"
            className={classes.into}
            aria-pressed={isInto}
            onClick={props.onInto}
            aria-label={t('stacks.builder.addInto', { title: name })}
            title={t('stacks.builder.addInto', { title: name })}
          >
            <IconTargetArrow size={16} stroke={1.75} aria-hidden />
          </button>
        </>
      ) : (
        <button type="button" className={classes.leafName} onClick={() => setEditing(true)}>
          {name}
          <Requirements leaf={node} />
        </button>
      )}
      <RowMenu {...props} name={name} isRoot={isRoot} onDetails={() => setEditing(true)} />
      {editing && !isGroup(node) && (
        <LeafDialog
          root={root}
          leaf={node}
          name={name}
          onClose={() => setEditing(false)}
          onChange={onChange}
          onRoot={props.onRoot}
          place={place}
        />
      )}
    </div>
  );
}

/** What is asked of the leaf beyond being earned, in a few words. */
function Requirements({ leaf }: Readonly<{ leaf: Exclude<StackNode, Group> }>) {
  const words = [
    leaf.role === undefined || leaf.role === 'course' ? null : t(`stacks.roles.${leaf.role}`),
    leaf.verified === true ? t('stacks.builder.leaf.verified') : null,
    leaf.minGrade === undefined ? null : t('stacks.percent', { percent: leaf.minGrade }),
    'match' in leaf ? t('stacks.builder.byRule') : null,
  ].filter((word) => word !== null);
  return words.length === 0 ? null : <span className={classes.asks}>{words.join(', ')}</span>;
}

type RowMenuProps = BuilderRowProps &
  Readonly<{ name: string; isRoot: boolean; onDetails: () => void }>;

function RowMenu({ root, place, node, name, isRoot, ...props }: RowMenuProps) {
  const can = (step: Step) => stepped(root, place, step) !== null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={24} aria-label={t('stacks.builder.menu', { title: name })}>
          <IconDots size={16} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isGroup(node) ? (
          <Menu.Item onClick={props.onAddGroup}>{t('stacks.builder.addGroup')}</Menu.Item>
        ) : (
          <Menu.Item onClick={props.onDetails}>{t('stacks.builder.details')}</Menu.Item>
        )}
        {!isRoot && (
          <>
            <Menu.Item disabled={!can('up')} onClick={() => props.onStep('up')}>
              {t('stacks.builder.moveUp')}
            </Menu.Item>
            <Menu.Item disabled={!can('down')} onClick={() => props.onStep('down')}>
              {t('stacks.builder.moveDown')}
            </Menu.Item>
            <Menu.Item disabled={!can('in')} onClick={() => props.onStep('in')}>
              {t('stacks.builder.moveIn')}
            </Menu.Item>
            <Menu.Item disabled={!can('out')} onClick={() => props.onStep('out')}>
              {t('stacks.builder.moveOut')}
            </Menu.Item>
            <Menu.Item onClick={props.onRemove}>{t('stacks.builder.removePart')}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
