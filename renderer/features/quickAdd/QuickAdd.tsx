import { Button, Checkbox, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import { parseQuickAdd } from '#shared/domain/quickAdd.ts';
import { readDate, type DateOrder } from '#shared/domain/readDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand } from '../../query.ts';
import { keysText } from '../../ui/keys.tsx';
import { pressed } from '../../ui/shortcut.ts';
import { PolicyOffer } from '../policies/PolicyOffer.tsx';
import { closeOverlay, quickAddText } from '../shell/overlays.ts';
import { CredentialForm } from './CredentialForm.tsx';
import { draftOf, readDraft, type Draft, type DraftErrors } from './draft.ts';
import { LineField } from './LineField.tsx';
import classes from './QuickAdd.module.css';
import { clearDraft, isEmpty, keepDraft, quickAddDraft } from './quickAddDraft.ts';
import { Understood } from './Understood.tsx';
import { useKnown } from './useKnown.ts';

/** Adds a credential from one line, with every field below it to set right what was understood. */
export function QuickAdd() {
  const known = useKnown();
  const { today } = useAsOf();
  const kept = quickAddDraft.use();
  const [keptFromBefore] = useState(!isEmpty(kept));
  const [errors, setErrors] = useState<DraftErrors>({});
  const [another, setAnother] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const create = useCommand('credentials.create', {
    done: ({ title }) => t('quickAdd.added', { title }),
  });
  const { line, edits } = kept;
  const understood = useMemo(() => parseQuickAdd(line, known), [line, known]);
  // The policy of a name that the catalogue knows is offered below, not taken.
  const { policyId: _offered, ...fields } = understood.fields;
  const draft: Draft = { ...draftOf(fields), ...edits };

  useEffect(() => {
    // Words brought along never take the place of a draft.
    const given = quickAddText.get();
    if (given !== null && isEmpty(quickAddDraft.get())) keepDraft({ line: given, edits: {} });
    quickAddText.set(null);
  }, []);

  const change = (changed: Partial<Draft>) => {
    keepDraft({ line, edits: { ...edits, ...changed } });
    setErrors((before) => without(before, Object.keys(changed)));
  };
  const save = () => {
    if (create.isPending) return;
    const { fields, errors: found } = readDraft(draft, known.dateOrder);
    if (fields === null) {
      setErrors(found);
      // Once the messages are drawn.
      setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    create.mutate(
      { fields, asOf: today },
      {
        onSuccess: () => {
          clearDraft();
          setErrors({});
          if (another) form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
          else closeOverlay();
        },
      },
    );
  };

  // Enter saves from a field of one line; where Enter has its own meaning, Ctrl+Enter does.
  useWindowEvent('keydown', (event) => {
    if (!pressed(event, 'mod+enter')) return;
    event.preventDefault();
    save();
  });

  return (
    <Modal
      opened
      onClose={() => closeOverlay()}
      size={720}
      returnFocus={false}
      title={
        <>
          {t('quickAdd.heading')} <span className={classes.aside}>{t('quickAdd.aside')}</span>
        </>
      }
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className={classes.body}>
          <LineField
            line={line}
            known={known}
            understood={understood}
            onChange={(next) => {
              keepDraft({ line: next, edits });
              setErrors({});
            }}
          />
          <Understood understood={understood} />
          <PolicyOffer
            query={{
              title: draft.title,
              abbreviation: draft.abbreviation === '' ? null : draft.abbreviation,
              issuer: draft.issuer === '' ? null : draft.issuer,
              issued: dateOf(draft.issued, known.dateOrder),
            }}
            entered={draft.neverExpires ? null : dateOf(draft.expires, known.dateOrder)}
            value={draft.policyId === '' ? null : draft.policyId}
            onChange={(policyId) => change({ policyId: policyId ?? '' })}
          />
        </div>
        <div className={classes.fields}>
          <CredentialForm
            draft={draft}
            errors={errors}
            dateOrder={known.dateOrder}
            onChange={change}
            names={{
              titles: [...new Set(known.credentials.map(({ name }) => name))],
              issuers: known.issuers,
              platforms: known.platforms,
            }}
          />
        </div>
        <div className={classes.foot}>
          <Checkbox
            label={t('quickAdd.another')}
            checked={another}
            onChange={(event) => setAnother(event.currentTarget.checked)}
          />
          <span className={classes.kept}>
            {keptFromBefore && !isEmpty(kept) && t('quickAdd.draftKept')}
          </span>
          {isEmpty(kept) ? (
            <Button size="sm" variant="default" onClick={() => closeOverlay()}>
              {t('common.cancel')}
            </Button>
          ) : (
            <Button
              size="sm"
              variant="default"
              onClick={() => {
                clearDraft();
                closeOverlay();
              }}
            >
              {t('quickAdd.discard')}
            </Button>
          )}
          <Button size="sm" type="submit" loading={create.isPending}>
            {t('common.add')} <kbd className={classes.key}>{keysText('mod+enter')}</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function dateOf(text: string, order: DateOrder): PartialDate | null {
  const reading = readDate(text, order);
  return reading !== null && 'date' in reading ? reading.date : null;
}

function without(errors: DraftErrors, fields: readonly string[]): DraftErrors {
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));
}
