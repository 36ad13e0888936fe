import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { sharingDetailsSchema, type SharingDetails } from '#shared/domain/sharingDetails.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import classes from './Post.module.css';

type Name = keyof SharingDetails;

const LONGEST: Readonly<Record<Name, number>> = {
  name: 200,
  role: 200,
  organization: 200,
  phone: 60,
  email: 254,
  website: 500,
  location: 200,
};

type DetailFieldsProps = Readonly<{ names: readonly Name[] }>;

/** Who the outputs speak of, edited where it is used; each is saved as one leaves it. */
export function DetailFields({ names }: DetailFieldsProps) {
  const { data: details } = useProcedure('sharing.details', {});
  if (details === undefined) return null;
  return (
    <div className={classes.fields}>
      {names.map((name) => (
        <DetailField key={name} name={name} saved={details[name]} />
      ))}
    </div>
  );
}

type DetailFieldProps = Readonly<{ name: Name; saved: string }>;

function DetailField({ name, saved }: DetailFieldProps) {
  const [text, setText] = useState(saved);
  const label = t(`sharingLetters.details.${name}`);
  const set = useCommand('sharing.setDetails', {
    done: () => t('sharingLetters.details.saved', { name: label }),
  });
  // Undo, or the command line, may change it while it is on screen.
  useEffect(() => setText(saved), [saved]);
  const commit = () => {
    const next = sharingDetailsSchema.shape[name].safeParse(text).data;
    if (next !== undefined && next !== saved) set.mutate({ [name]: next });
  };
  // Nothing typed is lost by leaving the screen with the field still open.
  const leaving = useRef(commit);
  leaving.current = commit;
  useEffect(() => () => leaving.current(), []);
  return (
    <TextInput
      label={label}
      maxLength={LONGEST[name]}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
