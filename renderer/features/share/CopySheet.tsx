import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { copyOrTell } from './CopyButton.tsx';
import classes from './CopySheet.module.css';
import { fieldWords } from './linkedinWords.ts';

type CopySheetProps = Readonly<{
  fields: readonly Readonly<{ name: string; value: string }>[];
  /** Names of the fields that were copied already; they say so until another sheet is chosen. */
  copied: ReadonlySet<string>;
  onCopied: (name: string) => void;
}>;

/** LinkedIn's form, field by field in its order, a button for each. */
export function CopySheet({ fields, copied, onCopied }: CopySheetProps) {
  return (
    <ol className={classes.sheet}>
      {fields.map(({ name, value }) => {
        const label = fieldWords(name);
        const done = copied.has(name);
        return (
          <li key={name} className={classes.field}>
            <span className={classes.name}>{label}</span>
            {value === '' ? (
              <span className={classes.nothing}>{t('share.linkedin.leaveEmpty')}</span>
            ) : (
              <>
                <span className={classes.value}>{value}</span>
                <Button
                  variant="default"
                  aria-label={
                    done
                      ? t('share.copiedNamed', { name: label })
                      : t('share.linkedin.copyField', { name: label })
                  }
                  leftSection={
                    done ? (
                      <IconCheck size={16} stroke={1.75} color="var(--acc)" />
                    ) : (
                      <IconCopy size={16} stroke={1.75} />
                    )
                  }
                  onClick={() => copyOrTell(value, null) && onCopied(name)}
                >
                  {done ? t('share.copied') : t('share.copyAs')}
                </Button>
              </>
            )}
          </li>
        );
      })}
    </ol>
  );
}
