import { IconAlertTriangle, IconCheck, IconCircleX } from '@tabler/icons-react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';
import classes from './Findings.module.css';
import { Sheet } from './Paper.tsx';

type Seen = ProcedureOutput<'exports.check'>;
type Found = Seen['credentials'][number];

const ICON = { size: 16, stroke: 1.75 } as const;

/** For each credential, which of its facts a parser finds in the CV, and which it does not. */
export function CvFacts({ seen }: Readonly<{ seen: Seen }>) {
  const { credentials, absent } = seen;
  const whole = credentials.filter(({ missing }) => missing.length === 0);
  const partly = credentials.filter(({ missing }) => missing.length > 0);
  return (
    <Sheet>
      <p role="status" className={classes.sum}>
        {t('share.cv.sum', {
          found: credentials.length,
          count: credentials.length + absent.length,
        })}
      </p>
      {partly.length > 0 && (
        <section aria-label={t('share.cv.partly')}>
          <h3 className={classes.group}>{t('share.cv.partly')}</h3>
          <ul className={classes.list}>
            {partly.map((each) => (
              <Partly key={each.id} found={each} />
            ))}
          </ul>
        </section>
      )}
      {absent.length > 0 && (
        <section aria-label={t('share.cv.absent')}>
          <h3 className={classes.group}>{t('share.cv.absent')}</h3>
          <ul className={classes.list}>
            {absent.map(({ id, title, status }) => (
              <li key={id} className={classes.line}>
                <IconCircleX {...ICON} color="var(--red)" aria-hidden />
                <span>
                  {title} <span className={classes.quiet}>{t(`common.statuses.${status}`)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {whole.length > 0 && (
        <section aria-label={t('share.cv.whole')}>
          <h3 className={classes.group}>{t('share.cv.whole')}</h3>
          <ul className={classes.list}>
            {whole.map(({ id, title, found }) => (
              <li key={id} className={classes.line}>
                <IconCheck {...ICON} color="var(--acc)" aria-hidden />
                <span>
                  {title} <span className={classes.quiet}>{factWords(found)}</span>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
}

function Partly({ found: { title, found, missing } }: Readonly<{ found: Found }>) {
  return (
    <li className={classes.line}>
      <IconAlertTriangle {...ICON} color="var(--amber)" aria-hidden />
      <div>
        <div>
          {title}{' '}
          {found.length > 0 && (
            <span className={classes.quiet}>
              {t('share.cv.found', { facts: factWords(found) })}
            </span>
          )}
        </div>
        <ul className={classes.missing}>
          {missing.map(({ fact, text }) => (
            <li key={fact}>
              {t('share.cv.missing', { fact: t(`share.cv.factNames.${fact}`) })} <q>{text}</q>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}

const factWords = (facts: Found['found']): string =>
  facts.map((fact) => t(`share.cv.factNames.${fact}`)).join(', ');
