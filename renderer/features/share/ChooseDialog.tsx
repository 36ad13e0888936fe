import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import { textKey } from '#shared/domain/textKey.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { closeShareDialog } from './dialogs.ts';
import { changeOptions, resumeDraft, resumeInput } from './resumeDraft.ts';
import classes from './ChooseDialog.module.css';

/** More than this many checkboxes help nobody; searching does. */
const SHOWN_MAX = 100;

/** Hides credentials in one output, and shows them again; the records stay as they are. */
export function ChooseDialog() {
  const { asOf } = useAsOf();
  const draft = resumeDraft.use();
  const hidden: ReadonlySet<Id> = new Set(draft.options.hidden);
  const onChange = (next: ReadonlySet<Id>) => changeOptions({ hidden: [...next] });
  const { options, ...rest } = resumeInput(draft, asOf);
  const { data } = useProcedure(
    'exports.resume',
    // What would go out but for this choice; text is made quickest.
    { ...rest, format: 'txt', template: null, options: { ...options, hidden: [] } },
    { keepPrevious: true },
  );
  const credentials = data?.kept ?? [];
  const [query, setQuery] = useState('');
  const key = textKey(query);
  const matches = credentials.filter(({ title }) => textKey(title).includes(key));
  const shown = matches.slice(0, SHOWN_MAX);

  return (
    <Modal
      opened
      onClose={closeShareDialog}
      returnFocus={false}
      title={t('share.resume.chooseTitle')}
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.text}>{t('share.resume.chooseText')}</p>
      <TextInput
        data-autofocus
        aria-label={t('share.resume.find')}
        placeholder={t('share.resume.find')}
        leftSection={<IconSearch size={16} stroke={1.75} />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ul className={classes.list}>
        {shown.map(({ id, title }) => (
          <li key={id} className={classes.item}>
            <Checkbox
              label={title}
              checked={!hidden.has(id)}
              onChange={(event) => onChange(toggled(hidden, id, event.currentTarget.checked))}
            />
          </li>
        ))}
      </ul>
      {shown.length < matches.length && (
        <p className={classes.text}>
          {t('share.resume.moreMatches', { shown: shown.length, count: matches.length })}
        </p>
      )}
      {matches.length === 0 && <p className={classes.text}>{t('share.resume.noMatches')}</p>}
      <div className={classes.foot}>
        <Button
          variant="default"
          size="sm"
          disabled={hidden.size === 0}
          onClick={() => onChange(new Set())}
        >
          {t('share.resume.showAll')}
        </Button>
        <Button size="sm" onClick={closeShareDialog}>
          {t('share.resume.done')}
        </Button>
      </div>
    </Modal>
  );
}

function toggled(hidden: ReadonlySet<Id>, id: Id, shown: boolean): ReadonlySet<Id> {
  return shown ? new Set([...hidden].filter((each) => each !== id)) : new Set([...hidden, id]);
}
