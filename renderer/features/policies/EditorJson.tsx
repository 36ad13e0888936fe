import { Textarea } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import type { PolicyProblem } from '#shared/domain/policyProblems.ts';
import { t } from '../../i18n/all.ts';
import classes from './Editor.module.css';

type EditorJsonProps = Readonly<{
  text: string;
  problems: readonly PolicyProblem[];
  onChange: (text: string) => void;
}>;

/** Everything that a policy can say, with what is wrong told at every keystroke. */
export function EditorJson({ text, problems, onChange }: EditorJsonProps) {
  return (
    <div className={classes.json}>
      <p className={classes.hint}>{t('policies.editor.jsonHint')}</p>
      <Textarea
        data-autofocus
        aria-label={t('policies.editor.jsonLabel')}
        classNames={{ input: classes.code ?? '' }}
        rows={18}
        spellCheck={false}
        value={text}
        error={problems.length > 0}
        aria-describedby="policy-problems"
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id="policy-problems" role="status" className={classes.problems}>
        {problems.length === 0 ? (
          <span className={classes.fine}>
            <IconCheck size={14} stroke={1.75} aria-hidden />
            {t('policies.editor.noProblems')}
          </span>
        ) : (
          <ul>
            {problems.map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <IconAlertCircle size={14} stroke={1.75} aria-hidden />
                <span>
                  {path !== '' && <code>{path}</code>} {message}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
