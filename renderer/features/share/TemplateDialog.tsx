import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { Template, TemplateTarget } from '#shared/domain/template.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { closeShareDialog } from './dialogs.ts';
import { Html, Source } from './Paper.tsx';
import { changeDraft, isTemplated, resumeDraft } from './resumeDraft.ts';
import dialog from './ShareDialog.module.css';
import classes from './Template.module.css';
import { useTemplatePreview } from './useTemplatePreview.ts';
import { Variables } from './Variables.tsx';

const NEW = '';

/** Writes a template, with what it makes beside it. */
export function TemplateDialog() {
  const { format, template } = resumeDraft.use();
  const target = isTemplated(format) ? format : 'md';
  const { data: templates } = useProcedure('templates.list', {});
  const fitting = templates?.filter((each) => each.target === target);
  const [id, setId] = useState<string | null>(null);
  if (fitting === undefined) return null;
  const begin = fitting.find((each) => each.id === template) ?? fitting[0];
  const chosen = id === null ? begin : fitting.find((each) => each.id === id);
  return (
    <Editor
      key={chosen?.id ?? NEW}
      target={target}
      template={chosen}
      begin={begin?.body ?? ''}
      fitting={fitting}
      onPick={setId}
    />
  );
}

type EditorProps = Readonly<{
  target: TemplateTarget;
  /** None: a new one. */
  template: Template | undefined;
  /** What a new one begins with. */
  begin: string;
  fitting: readonly Template[];
  onPick: (id: string) => void;
}>;

function Editor({ target, template, begin, fitting, onPick }: EditorProps) {
  const source = useRef<HTMLTextAreaElement>(null);
  const [body, setBody] = useState(template?.body ?? begin);
  const [name, setName] = useState(template?.name ?? '');
  const { text, problem } = useTemplatePreview(target, body);
  const save = useCommand('templates.save', {
    done: (saved) => t('share.template.saved', { name: saved.name }),
  });
  const insert = (path: string) => {
    const field = source.current;
    const at = field?.selectionStart ?? body.length;
    const word = `{{ ${path} }}`;
    setBody(body.slice(0, at) + word + body.slice(field?.selectionEnd ?? at));
    // The field has the new text first.
    requestAnimationFrame(() => {
      field?.focus();
      field?.setSelectionRange(at + word.length, at + word.length);
    });
  };
  return (
    <Modal
      opened
      onClose={closeShareDialog}
      closeOnClickOutside={false}
      returnFocus={false}
      size={1080}
      yOffset="min(32px, 4vh)"
      title={
        template
          ? t('share.template.heading', { name: template.name })
          : t('share.template.newHeading')
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: dialog.modal ?? '' }}
    >
      <div className={classes.head}>
        <Select
          label={t('share.template.which')}
          allowDeselect={false}
          value={template?.id ?? NEW}
          data={[
            ...fitting.map((each) => ({ value: each.id, label: each.name })),
            { value: NEW, label: t('share.template.newOne') },
          ]}
          onChange={(value) => value !== null && onPick(value)}
        />
        <TextInput
          label={t('share.template.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <span className={classes.origin}>{template && originWords(template)}</span>
      </div>
      <div className={classes.columns}>
        <div className={classes.write}>
          <label className={classes.label} htmlFor="share-template-source">
            {t('share.template.source')}
          </label>
          <textarea
            id="share-template-source"
            ref={source}
            data-autofocus
            className={classes.source}
            spellCheck={false}
            aria-invalid={problem !== null}
            value={body}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <Variables onInsert={insert} />
        </div>
        <section className={classes.made} aria-label={t('share.template.preview')}>
          <div className={classes.label}>{t('share.template.preview')}</div>
          <div
            className={classes.paper}
            // What scrolls must be reachable by keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            role="group"
            aria-label={t('share.template.preview')}
          >
            {target === 'html' ? <Html source={text} /> : <Source text={text} />}
          </div>
        </section>
      </div>
      <div className={dialog.foot}>
        <span className={dialog.state} role="status" data-wrong={problem !== null || undefined}>
          {problem === null ? t('share.template.fine') : t('share.template.problem', problem)}
        </span>
        <TakeBack template={template} onDone={setBody} />
        <Button size="sm" variant="default" onClick={closeShareDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          disabled={problem !== null || name.trim() === ''}
          loading={save.isPending}
          onClick={() =>
            save.mutate(
              { id: template?.id ?? null, name: name.trim(), target, body },
              {
                onSuccess: (saved) => {
                  changeDraft({ template: saved.id });
                  closeShareDialog();
                },
              },
            )
          }
        >
          {t('common.save')}
        </Button>
      </div>
    </Modal>
  );
}

type TakeBackProps = Readonly<{
  template: Template | undefined;
  /** Gets the source as it was shipped. */
  onDone: (body: string) => void;
}>;

/** A changed one is as it was shipped again; one of the user's own goes. */
function TakeBack({ template, onDone }: TakeBackProps) {
  const isOwn = template?.origin === 'own';
  const restore = useCommand('templates.restore', {
    done: () =>
      t(isOwn ? 'share.template.removed' : 'share.template.restored', {
        name: template?.name ?? '',
      }),
  });
  if (template === undefined || template.origin === 'shipped') return null;
  return (
    <Button
      size="sm"
      variant="subtle"
      color="gray"
      loading={restore.isPending}
      onClick={() =>
        restore.mutate(
          { id: template.id },
          {
            onSuccess: (shipped) => {
              if (shipped !== null) {
                onDone(shipped.body);
                return;
              }
              changeDraft({ template: null });
              closeShareDialog();
            },
          },
        )
      }
    >
      {t(isOwn ? 'share.template.remove' : 'share.template.restore')}
    </Button>
  );
}

function originWords({ origin }: Template): string {
  if (origin === 'own') return '';
  return t(origin === 'changed' ? 'share.template.changed' : 'share.template.shipped');
}
