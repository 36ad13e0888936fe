import { Button, VisuallyHidden } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';
import { CopyButton } from './CopyButton.tsx';
import classes from './Findings.module.css';
import { fieldWords } from './linkedinWords.ts';
import { LINK_MAX_CHARACTERS } from './LinkedInOutput.tsx';
import { Sheet } from './Paper.tsx';

type Drift = ProcedureOutput<'drift.check'>;
type Outdated = Drift['outdated'][number];
type Missing = Drift['missing'][number];

/** The three ways in which a profile and the record can part, each with what to copy over. */
export function DriftTable({ drift }: Readonly<{ drift: Drift }>) {
  const { missing, outdated, onlyThere } = drift;
  if (missing.length + outdated.length + onlyThere.length === 0) {
    return (
      <Sheet>
        <p className={classes.line}>
          <IconCircleCheck size={16} stroke={1.75} color="var(--acc)" aria-hidden />
          <strong>{t('share.drift.same')}</strong>
        </p>
      </Sheet>
    );
  }
  return (
    <Sheet>
      <Group title={t('share.drift.outdated')} count={outdated.length}>
        {outdated.map((each) => (
          <OutdatedItem key={`${each.id} ${each.row}`} item={each} />
        ))}
      </Group>
      <Group title={t('share.drift.missing')} count={missing.length}>
        {missing.map((each) => (
          <MissingItem key={each.id} item={each} />
        ))}
      </Group>
      <Group title={t('share.drift.onlyThere')} count={onlyThere.length}>
        {onlyThere.map((each) => (
          <div key={`${each.file} ${each.row}`} className={classes.item}>
            <strong>{each.name}</strong>{' '}
            <span className={classes.quiet}>
              {[each.issuer, each.issued, each.expires].filter((text) => text !== '').join(', ')}
            </span>
          </div>
        ))}
        <p className={classes.quiet}>{t('share.drift.onlyThereText')}</p>
      </Group>
    </Sheet>
  );
}

type GroupProps = Readonly<{ title: string; count: number; children: ReactNode }>;

function Group({ title, count, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={classes.group}>
        {title} <span className={classes.quiet}>{count}</span>
      </h3>
      {children}
    </section>
  );
}

function OutdatedItem({ item }: Readonly<{ item: Outdated }>) {
  const { title, reason, differences, lapsed } = item;
  return (
    <div className={classes.item}>
      <div className={classes.itemHead}>
        <div>
          <strong>{title}</strong>
          {reason !== '' && (
            <div className={classes.quiet}>
              {lapsed && (
                <IconAlertTriangle size={12} stroke={1.75} color="var(--amber)" aria-hidden />
              )}{' '}
              {reason}
            </div>
          )}
        </div>
      </div>
      {differences.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('share.drift.field')}</th>
              <th scope="col">{t('share.drift.there')}</th>
              <th scope="col">{t('share.drift.here')}</th>
              <th scope="col" className={classes.act}>
                <VisuallyHidden>{t('share.copyAs')}</VisuallyHidden>
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, there, here }) => (
              <tr key={field}>
                <th scope="row">{t(`share.drift.fields.${field}`)}</th>
                <td className={classes.there}>{there === '' ? t('share.drift.empty') : there}</td>
                <td>{here === '' ? t('share.drift.empty') : here}</td>
                <td className={classes.act}>
                  {here !== '' && (
                    <CopyButton
                      variant="default"
                      label={t('share.copyAs')}
                      name={t('share.drift.copyOf', {
                        field: t(`share.drift.fields.${field}`),
                        title,
                      })}
                      plain={here}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function MissingItem({ item }: Readonly<{ item: Missing }>) {
  const { title, fields, link } = item;
  return (
    <div className={classes.item}>
      <div className={classes.itemHead}>
        <div>
          <strong>{title}</strong>
        </div>
        {link.length <= LINK_MAX_CHARACTERS && (
          <Button
            component="a"
            variant="default"
            href={link}
            target="_blank"
            rel="noreferrer"
            aria-label={t('share.drift.addNamed', { title })}
            leftSection={<IconExternalLink size={16} stroke={1.75} />}
          >
            {t('share.drift.add')}
          </Button>
        )}
      </div>
      <table className={classes.table} aria-label={title}>
        <tbody>
          {fields
            .filter(({ value }) => value !== '')
            .map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{fieldWords(name)}</th>
                <td>{value}</td>
                <td className={classes.act}>
                  <CopyButton
                    variant="default"
                    label={t('share.copyAs')}
                    name={t('share.drift.copyOf', { field: fieldWords(name), title })}
                    plain={value}
                  />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
