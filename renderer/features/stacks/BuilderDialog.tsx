import { Button, Modal, NumberInput, Select, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import type { Id } from '#shared/domain/credential.ts';
import {
  isGroup,
  stackFileSchema,
  stackKindSchema,
  type Group,
  type StackNode,
} from '#shared/domain/stackTree.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { showFailed } from '../../ui/toast.tsx';
import classes from './Builder.module.css';
import { BuilderTree } from './BuilderTree.tsx';
import { DateText } from '../../ui/DateText.tsx';
import { closeStackDialog } from './dialogs.ts';
import { hasEmptyGroup, insertAt, nodeAt, type Place } from './draftTree.ts';
import { PartPicker } from './PartPicker.tsx';
import { percentOf } from './Ring.tsx';
import { usePreview } from './usePreview.ts';

export type StackFile = z.infer<typeof stackFileSchema>;

/** The file with its root as a group, since only a group can be built upon. */
export type Draft = Omit<StackFile, 'root'> & { root: Group };

type BuilderDialogProps = Readonly<{ id: Id | null; parts: readonly StackNode[] }>;

/** Builds a stack, or changes the rules of one. */
export function BuilderDialog({ id, parts }: BuilderDialogProps) {
  const { asOf } = useAsOf();
  const [draft, setDraft] = useState<Draft | null>(id === null ? emptyDraft(parts) : null);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    call('stacks.file', { id, asOf })
      .then((file) => {
        if (current) setDraft(draftOf(stackFileSchema.parse(file)));
      })
      .catch((error: unknown) => {
        showFailed(error instanceof Error ? error.message : String(error));
        closeStackDialog();
      });
    return () => {
      current = false;
    };
  }, [id, asOf]);
  if (draft === null) return null;
  return <Builder id={id} draft={draft} onChange={setDraft} />;
}

type BuilderProps = Readonly<{ id: Id | null; draft: Draft; onChange: (draft: Draft) => void }>;

function Builder({ id, draft, onChange }: BuilderProps) {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const [into, setInto] = useState<Place>([]);
  const saved = {
    done: (stack: Readonly<{ title: string }>) => t('stacks.builder.saved', { title: stack.title }),
  };
  const create = useCommand('stacks.create', saved);
  const update = useCommand('stacks.update', saved);
  const preview = usePreview(draft);
  const target = nodeAt(draft.root, into);
  const group = target !== undefined && isGroup(target) ? target : draft.root;
  const place = group === target ? into : [];
  const ready = draft.title.trim() !== '' && !hasEmptyGroup(draft.root);
  const add = (node: StackNode) =>
    onChange({ ...draft, root: insertAt(draft.root, [...place, group.children.length], node) });
  const save = () => {
    const after = {
      onSuccess: (stack: Readonly<{ id: Id }>) => {
        closeStackDialog();
        void navigate({ to: '/stacks', search: { id: stack.id } });
      },
    };
    if (id === null) create.mutate({ file: draft, asOf }, after);
    else update.mutate({ id, file: draft, asOf }, after);
  };
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      closeOnClickOutside={false}
      returnFocus={false}
      size={1080}
      yOffset="min(40px, 4vh)"
      title={
        id === null
          ? t('stacks.builder.newHeading')
          : t('stacks.builder.editHeading', { title: draft.title })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <Head draft={draft} onChange={onChange} />
      <div className={classes.columns}>
        <section className={classes.tree} aria-label={t('stacks.builder.tree')}>
          <p className={classes.hint}>{t('stacks.builder.treeHint')}</p>
          <BuilderTree
            root={draft.root}
            names={preview.names}
            into={place}
            onInto={setInto}
            onChange={(root) => onChange({ ...draft, root })}
          />
        </section>
        <PartPicker
          groupName={group.title ?? t('stacks.unnamed')}
          isRoot={place.length === 0}
          onAdd={add}
        />
      </div>
      <div className={classes.foot}>
        <span className={classes.state} role="status">
          {preview.problem ??
            (preview.progress === null
              ? null
              : t('stacks.builder.preview', { percent: percentOf(preview.progress) }))}
        </span>
        <Button size="sm" variant="default" onClick={closeStackDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          disabled={!ready}
          loading={create.isPending || update.isPending}
          onClick={save}
        >
          {t('stacks.builder.save')}
        </Button>
      </div>
    </Modal>
  );
}

function Head({ draft, onChange }: Readonly<{ draft: Draft; onChange: (draft: Draft) => void }>) {
  const { weeklyHours, provider, ...options } = draft.options;
  return (
    <div className={classes.head}>
      <TextInput
        data-autofocus
        label={t('stacks.builder.title')}
        value={draft.title}
        onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })}
      />
      <Select
        label={t('stacks.builder.kind')}
        allowDeselect={false}
        value={draft.kind}
        data={stackKindSchema.options.map((kind) => ({
          value: kind,
          label: t(`stacks.builder.kinds.${kind}`),
        }))}
        onChange={(kind) => onChange({ ...draft, kind: stackKindSchema.parse(kind) })}
      />
      <TextInput
        label={t('stacks.builder.provider')}
        value={provider ?? ''}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const rest = { ...options, ...(weeklyHours === undefined ? {} : { weeklyHours }) };
          onChange({ ...draft, options: text === '' ? rest : { ...rest, provider: text } });
        }}
      />
      <DateText
        label={t('stacks.builder.target')}
        value={draft.target}
        onChange={(target) => target !== undefined && onChange({ ...draft, target })}
      />
      <NumberInput
        label={t('stacks.builder.weekly')}
        placeholder={t('stacks.builder.weeklyHint')}
        min={0}
        max={168}
        value={weeklyHours ?? ''}
        onChange={(value) => {
          const rest = { ...options, ...(provider === undefined ? {} : { provider }) };
          onChange({
            ...draft,
            options: typeof value === 'number' ? { ...rest, weeklyHours: value } : rest,
          });
        }}
      />
    </div>
  );
}

function emptyDraft(parts: readonly StackNode[]): Draft {
  return {
    title: '',
    kind: 'curated',
    target: null,
    grants: null,
    options: {},
    root: { rule: 'all', children: [...parts] },
  };
}

function draftOf({ id: _id, report: _report, root, ...file }: StackFile): Draft {
  return { ...file, root: isGroup(root) ? root : { rule: 'all', children: [root] } };
}
