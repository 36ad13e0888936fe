import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { StackView } from '#shared/domain/stackView.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import classes from './Notes.module.css';
import { hoursWords } from './words.ts';

/** What threatens the stack, each with what to do about it, and what it shares with others. */
export function Notes({ stack }: Readonly<{ stack: StackView }>) {
  const format = useFormat();
  const navigate = useNavigate();
  const { atRisk, lapsed, retirement, shared } = stack.report;
  return (
    <div className={classes.notes}>
      {atRisk.map(({ path, credentialId, title, expires, breaks, instead }) => {
        const [other] = instead;
        return (
          <Note
            key={`risk ${path}`}
            amber
            action={
              <Button
                variant="default"
                onClick={() =>
                  void navigate({
                    to: '/renewals',
                    search: { view: 'routes', id: credentialId },
                  })
                }
              >
                {t('stacks.notes.routes')}
              </Button>
            }
          >
            {t('stacks.notes.risk', { title, date: format.date(expires) })}{' '}
            {other !== undefined
              ? t('stacks.notes.riskInstead', {
                  instead:
                    other.hours === null
                      ? other.title
                      : `${other.title} (${hoursWords(other.hours, format)})`,
                })
              : t(breaks ? 'stacks.notes.riskRenew' : 'stacks.notes.riskSpare')}
          </Note>
        );
      })}
      {lapsed.map(({ path, title }) => (
        <Note key={`lapsed ${path}`} amber>
          {t('stacks.notes.lapsed', { title })}
        </Note>
      ))}
      {retirement !== null && (
        <>
          {(retirement.lastEnrolment !== null || retirement.teachOutUntil !== null) && (
            <Note amber={retirement.courses.length > 0}>
              {retirement.lastEnrolment !== null &&
                t('stacks.notes.lastEnrolment', {
                  date: format.day(retirement.lastEnrolment),
                })}{' '}
              {retirement.teachOutUntil !== null &&
                t('stacks.notes.teachOut', { date: format.day(retirement.teachOutUntil) })}
            </Note>
          )}
          {retirement.courses.map(({ path, title, reason }) => (
            <Note key={`ends ${path}`} amber>
              {t('stacks.notes.retires', { title, reason })}
            </Note>
          ))}
        </>
      )}
      {shared.map(({ stackId, title, credentialIds, notCounted }) => (
        <Note key={`shared ${stackId}`}>
          {t('stacks.notes.shared', { title, count: credentialIds.length })}{' '}
          {notCounted.length > 0 && t('stacks.notes.notCounted', { count: notCounted.length })}
        </Note>
      ))}
    </div>
  );
}

type NoteProps = Readonly<{ children: ReactNode; amber?: boolean; action?: ReactNode }>;

function Note({ children, amber = false, action }: NoteProps) {
  const NoteIcon = amber ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes.note}>
      <NoteIcon size={16} stroke={1.75} color={amber ? 'var(--amber)' : 'var(--t3)'} aria-hidden />
      <div>
        <p className={classes.text}>{children}</p>
        {action}
      </div>
    </div>
  );
}
