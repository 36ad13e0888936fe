import { useState } from 'react';
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { Credential } from '#shared/domain/credential.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { PolicyRow } from '../policies/PolicyRow.tsx';
import { PolicySource } from '../policies/PolicySource.tsx';
import { RenewalCard } from '../renewals/RenewalCard.tsx';
import classes from './Field.module.css';
import { ChoiceRow, FlagRow } from './ChoiceRow.tsx';
import { ExpiryRow } from './ExpiryRow.tsx';
import { fieldText, fieldValues, type FieldName } from './fieldWords.ts';
import { TextRow } from './TextRow.tsx';
import { UrlRow } from './UrlRow.tsx';
import { WordsRow } from './WordsRow.tsx';

const sections: readonly (readonly FieldName[])[] = [
  [
    'progress',
    'started',
    'target',
    'issued',
    'expires',
    'policyId',
    'number',
    'url',
    'kind',
    'lifecycle',
    'cost',
    'costPaidBy',
    'costAid',
  ],
  ['skills', 'tags', 'issuer', 'platform', 'abbreviation'],
  [
    'hours',
    'credits',
    'creditsToward',
    'grade',
    'verifiedTrack',
    'capstone',
    'language',
    'quality',
    'leadDays',
    'pinned',
    'notes',
  ],
];

const always: readonly FieldName[] = [
  'url',
  'kind',
  'lifecycle',
  'cost',
  'skills',
  'tags',
  'issuer',
];
const alwaysOfEarned: readonly FieldName[] = ['issued', 'expires', 'policyId', 'number', ...always];
const alwaysOfPending: readonly FieldName[] = ['progress', 'started', 'target', ...always];

/** Stays as chosen while one goes from credential to credential. */
let emptyShown = false;

type OverviewProps = Readonly<{
  credential: Credential;
  /** Goes to the files that prove it. */
  onEvidence: () => void;
}>;

/** Every field of a credential, each edited where it stands. */
export function Overview({ credential, onEvidence }: OverviewProps) {
  const format = useFormat();
  const [showEmpty, setShowEmpty] = useState(emptyShown);
  const values = fieldValues(credential);
  const pending = credential.lifecycle === 'planned' || credential.lifecycle === 'in-progress';
  const expected = pending ? alwaysOfPending : alwaysOfEarned;
  const shows = (field: FieldName): boolean =>
    showEmpty ||
    expected.includes(field) ||
    (field === 'pinned' ? credential.pinned : fieldText(values, field, format) !== '');
  const toggle = () => {
    emptyShown = !showEmpty;
    setShowEmpty(emptyShown);
  };

  return (
    <>
      <RenewalCard credential={credential} />
      {sections.map((fields) => {
        const shown = fields.filter(shows);
        return (
          shown.length > 0 && (
            <dl key={fields[0]} className={classes.section}>
              {shown.map((field) => (
                <FieldRow key={field} field={field} credential={credential} />
              ))}
              {fields.includes('skills') && credential.evidence.length > 0 && (
                <ProofRow count={credential.evidence.length} onOpen={onEvidence} />
              )}
            </dl>
          )
        );
      })}
      <Button
        variant="subtle"
        color="gray"
        className={classes.more ?? ''}
        aria-expanded={showEmpty}
        onClick={toggle}
      >
        {t(showEmpty ? 'credentials.fields.hide' : 'credentials.fields.show')}
      </Button>
      {credential.policyId !== null && <PolicySource id={credential.policyId} />}
    </>
  );
}

/** How many files prove it; a click goes to them. */
function ProofRow({ count, onOpen }: Readonly<{ count: number; onOpen: () => void }>) {
  return (
    <div className={classes.row}>
      <dt className={classes.label}>{t('evidence.proof')}</dt>
      <dd className={classes.value}>
        <button type="button" className={classes.button} onClick={onOpen}>
          <IconPaperclip size={14} stroke={1.75} className={classes.clip} aria-hidden />
          {t('evidence.summary', { count })}
        </button>
      </dd>
    </div>
  );
}

type FieldRowProps = Readonly<{ field: FieldName; credential: Credential }>;

function FieldRow({ field, credential }: FieldRowProps) {
  switch (field) {
    case 'expires':
      return <ExpiryRow credential={credential} />;
    case 'url':
      return <UrlRow credential={credential} />;
    case 'kind':
    case 'lifecycle':
    case 'verifiedTrack':
      return <ChoiceRow field={field} credential={credential} />;
    case 'pinned':
      return <FlagRow credential={credential} />;
    case 'skills':
      return <WordsRow field={field} credential={credential} suggests="skills" />;
    case 'tags':
      return <WordsRow field={field} credential={credential} suggests="tags" />;
    case 'quality':
      return <WordsRow field={field} credential={credential} />;
    case 'issuer':
      return <TextRow field={field} credential={credential} suggests="issuers" />;
    case 'platform':
      return <TextRow field={field} credential={credential} suggests="platforms" />;
    case 'policyId':
      return <PolicyRow credential={credential} />;
    case 'notes':
      return <TextRow field={field} credential={credential} multiline />;
    case 'number':
      return <TextRow field={field} credential={credential} copies />;
    case 'title':
    case 'neverExpires':
    case 'story':
      // Shown elsewhere: in the header, with the expiry, and on a tab of its own.
      return null;
    default:
      return <TextRow field={field} credential={credential} />;
  }
}
