import { Button, Modal, Tabs } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { readPolicy, readPolicyText, type PolicyProblem } from '#shared/domain/policyProblems.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { keysText } from '../../ui/keys.tsx';
import { pressed } from '../../ui/shortcut.ts';
import { closeRenewalDialog } from '../renewals/dialogs.ts';
import { PolicyFormProvider } from './draft.ts';
import { EditorBasics } from './EditorBasics.tsx';
import { EditorJson } from './EditorJson.tsx';
import { EditorAfterEnd, EditorFees, EditorRoutes, EditorSource } from './EditorLists.tsx';
import { EditorRequirements } from './EditorRequirements.tsx';
import classes from './Editor.module.css';
import { isObject, setAt, textAt, type Json, type JsonObject, type Path } from './json.ts';
import { freeId, idFrom } from './newPolicy.ts';

type PolicyEditorProps = Readonly<{
  value: JsonObject;
  /** The policy that is changed; null for a new one. */
  id: string | null;
}>;

/** Changes a policy in a form or as JSON, which say the same and check the same. */
export function PolicyEditor({ value: first, id }: PolicyEditorProps) {
  const navigate = useNavigate();
  const form = useRef<HTMLDivElement>(null);
  const editor = useEditor(first, id);
  const { value, text, tab, problems } = editor;
  const put = useCommand('policies.put', { done: ({ name }) => t('policies.saved', { name }) });
  const save = () => {
    if (put.isPending) return;
    editor.tellAll();
    const { policy } = tab === 'json' ? readPolicyText(text) : readPolicy(value);
    if (policy === null || problems.length > 0) {
      // Once the messages are drawn.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    put.mutate(
      { policy },
      {
        onSuccess: () => {
          closeRenewalDialog();
          if (id === null)
            void navigate({ to: '/renewals', search: { view: 'policies', policy: policy.id } });
        },
      },
    );
  };
  useWindowEvent('keydown', (event) => {
    if (!pressed(event, 'mod+enter')) return;
    event.preventDefault();
    save();
  });

  return (
    <Modal
      opened
      onClose={closeRenewalDialog}
      // A form that took a while is not lost to a click beside it.
      closeOnClickOutside={false}
      size={776}
      yOffset="min(48px, 6vh)"
      returnFocus={false}
      title={
        id === null
          ? t('policies.editor.headingNew')
          : t('policies.editor.heading', { name: textAt(first, ['name']) })
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div ref={form}>
        <Tabs
          value={tab}
          onChange={(next) => editor.show(next === 'json' ? 'json' : 'form')}
          keepMounted={false}
        >
          <Tabs.List className={classes.tabs ?? ''}>
            <Tabs.Tab value="form">{t('policies.editor.form')}</Tabs.Tab>
            <Tabs.Tab value="json">{t('policies.editor.json')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="form" className={classes.panel ?? ''}>
            {id !== null && <p className={classes.hint}>{t('policies.editor.changes')}</p>}
            <PolicyFormProvider value={editor.form}>
              <EditorBasics isNew={id === null} />
              <EditorRequirements />
              <EditorRoutes />
              <EditorAfterEnd />
              <EditorFees />
              <EditorSource />
            </PolicyFormProvider>
          </Tabs.Panel>
          <Tabs.Panel value="json" className={classes.panel ?? ''}>
            <EditorJson text={text} problems={problems} onChange={editor.write} />
          </Tabs.Panel>
        </Tabs>
        <div className={classes.foot}>
          <span className={classes.said} role="status" data-bad={problems.length > 0 || undefined}>
            {editor.notice ??
              (editor.isTelling && problems.length > 0
                ? t('policies.editor.problems', { count: problems.length })
                : '')}
          </span>
          <Button size="sm" variant="default" onClick={closeRenewalDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" loading={put.isPending} onClick={save}>
            {t('common.save')} <kbd className={classes.key}>{keysText('mod+enter')}</kbd>
          </Button>
        </div>
      </div>
    </Modal>
  );
}

type Tab = 'form' | 'json';

/** One draft in its two forms: the value that the form shows, and the text of it. */
function useEditor(first: JsonObject, id: string | null) {
  const { data: policies = [] } = useProcedure('policies.list', {});
  const [value, setValue] = useState(first);
  const [text, setText] = useState(() => JSON.stringify(first, null, 2));
  const [tab, setTab] = useState<Tab>('form');
  const [used, setUsed] = useState<ReadonlySet<string>>(new Set());
  const [isTelling, setTelling] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const taken = useMemo(() => new Set(policies.map((policy) => policy.id)), [policies]);
  const reading = tab === 'json' ? readPolicyText(text) : readPolicy(value);
  const idNow = reading.policy?.id;
  const clash: readonly PolicyProblem[] =
    idNow !== undefined && idNow !== id && taken.has(idNow)
      ? [{ path: 'id', message: t('policies.editor.idTaken') }]
      : [];
  const problems = [...reading.problems, ...clash];
  // Until it is written by hand, the id of a new policy follows what the policy is called.
  const followsId = id === null && !used.has('id') && textAt(first, ['id']) === '';

  const change = (path: Path, next: Json | undefined): void => {
    setNotice(null);
    setUsed((before) => new Set([...before, path.join('.')]));
    setValue((before) => {
      const changed = setAt(before, path, next);
      if (!isObject(changed)) return before;
      if (!followsId || (path[0] !== 'name' && path[0] !== 'issuer')) return changed;
      const wanted = idFrom(textAt(changed, ['issuer']), textAt(changed, ['name']));
      return { ...changed, id: freeId(wanted, taken) };
    });
  };
  const show = (next: Tab): void => {
    if (next === tab) return;
    setNotice(null);
    if (next === 'json') {
      setText(JSON.stringify(value, null, 2));
      setTab('json');
      return;
    }
    const parsed = parse(text);
    if (parsed === null) {
      setNotice(t('policies.editor.jsonBroken'));
      return;
    }
    setValue(parsed);
    setTelling(true);
    setTab('form');
  };
  return {
    value,
    text,
    tab,
    problems,
    notice,
    isTelling: isTelling || tab === 'json',
    show,
    tellAll: () => setTelling(true),
    write: (next: string) => {
      setNotice(null);
      setText(next);
    },
    form: {
      value,
      problems,
      change,
      tells: (path: string) => isTelling || used.has(path),
    },
  };
}

function parse(text: string): JsonObject | null {
  try {
    const value: Json = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
