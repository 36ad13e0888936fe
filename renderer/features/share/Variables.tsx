import { Button } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { saveFile } from '../../save.ts';
import classes from './Template.module.css';

type VariablesProps = Readonly<{ onInsert: (path: string) => void }>;

/** Everything that a template can print, each with what it is. */
export function Variables({ onInsert }: VariablesProps) {
  const { data } = useProcedure('templates.schema', {});
  if (data === undefined) return null;
  return (
    <details className={classes.variables}>
      <summary>{t('share.template.variables')}</summary>
      <div className={classes.about}>
        <span>{t('share.template.variablesText')}</span>
        <Button
          variant="default"
          leftSection={<IconBraces size={16} stroke={1.75} />}
          onClick={() =>
            saveFile(
              t('share.template.schemaFile'),
              'application/schema+json',
              `${JSON.stringify(data.schema, null, 2)}\n`,
            )
          }
        >
          {t('share.template.schema')}
        </Button>
      </div>
      <ul>
        {data.variables.map(({ path, type, what }) => (
          <li key={path}>
            <button
              type="button"
              aria-label={t('share.template.insert', { path })}
              onClick={() => onInsert(path)}
            >
              {path}
            </button>
            <span>
              {what} <em>{type}</em>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
