import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCopy,
  IconFolder,
  IconTool,
} from '@tabler/icons-react';
import type { DoctorFinding } from '#shared/procedures/portfolio.ts';
import { askApp, call } from '../../client.ts';
import { copyText } from '../../copy.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { showDone, showFailed } from '../../ui/toast.tsx';
import classes from './Screen.module.css';
import { Setting } from './Setting.tsx';

/** Where the data is, how much there is, and whether it is as it was written. */
export function DataSection() {
  const { data: info } = useProcedure('portfolio.info', {});
  const format = useFormat();
  const folder = info?.folder ?? '';
  return (
    <>
      <Setting label={t('settings.folder')} hint={t('settings.folderHint')}>
        <Button
          variant="default"
          leftSection={<IconCopy size={16} stroke={1.75} />}
          onClick={() => copyText(folder) && showDone(t('settings.copied'))}
        >
          {t('settings.copyPath')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.75} />}
          onClick={() => askApp({ action: 'show-folder' })}
        >
          {t('settings.showFolder')}
        </Button>
      </Setting>
      <p className={classes.path}>{folder}</p>
      {info !== undefined && (
        <p className={classes.fact}>
          {t('settings.size', {
            credentials: format.number(info.credentials),
            size: sizeText(info.bytes, format),
          })}
          <br />
          {t('settings.version', { version: info.version, schema: String(info.schemaVersion) })}
        </p>
      )}
      <StorageCheck />
    </>
  );
}

const UNITS = ['KB', 'MB', 'GB'];

/** Bytes in the largest unit that keeps a whole number before the point. */
function sizeText(bytes: number, format: Format): string {
  const power = Math.min(UNITS.length, Math.max(1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = Math.round((bytes / 1000 ** power) * 10) / 10;
  return `${format.number(value)} ${UNITS[power - 1] ?? ''}`;
}

function StorageCheck() {
  const doctor = useMutation({
    mutationFn: (repair: boolean) => call('portfolio.doctor', { repair }),
    onError: (error) => showFailed(error.message),
  });
  const report = doctor.data;
  return (
    <>
      <Setting label={t('settings.check')} hint={t('settings.checkHint')}>
        {report?.healthy === false && (
          <Button
            leftSection={<IconTool size={16} stroke={1.75} />}
            loading={doctor.isPending}
            onClick={() => doctor.mutate(true)}
          >
            {t('settings.repair')}
          </Button>
        )}
        <Button variant="default" loading={doctor.isPending} onClick={() => doctor.mutate(false)}>
          {t('settings.checkNow')}
        </Button>
      </Setting>
      <div role="status">
        {doctor.isPending && <p className={classes.fact}>{t('settings.checking')}</p>}
        {report !== undefined && !doctor.isPending && (
          <p className={classes.fact}>
            {t(report.healthy ? 'settings.healthy' : 'settings.unhealthy')}
          </p>
        )}
      </div>
      {report !== undefined && !doctor.isPending && <Findings findings={report.findings} />}
    </>
  );
}

const marks = {
  pass: { icon: IconCircleCheck, colour: 'var(--t2)' },
  fail: { icon: IconAlertTriangle, colour: 'var(--red)' },
  repaired: { icon: IconTool, colour: 'var(--amber)' },
} as const;

function Findings({ findings }: Readonly<{ findings: readonly DoctorFinding[] }>) {
  return (
    <ul className={classes.findings} aria-label={t('settings.findings')}>
      {findings.map(({ check, state, detail }) => {
        const { icon: MarkIcon, colour } = marks[state];
        return (
          <li key={`${check}-${detail}`} className={classes.finding}>
            <MarkIcon size={16} stroke={1.75} color={colour} aria-hidden />
            <span className={classes.check}>{t(`settings.checks.${check}`)}</span>
            <span>{t(`settings.states.${state}`)}</span>
            <span className={classes.detail}>{detail}</span>
          </li>
        );
      })}
    </ul>
  );
}
