import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { call } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { saveFile } from '../../save.ts';
import { showDone } from '../../ui/toast.tsx';
import classes from './Audit.module.css';
import { closeRenewalDialog } from './dialogs.ts';

type AuditDialogProps = Readonly<{
  id: Id;
  title: string;
  /** A day within the cycle that is audited. */
  on: PlainDate;
}>;

/** Everything that an audit of one cycle asks for as a zip, after saying what it lacks. */
export function AuditDialog({ id, title, on }: AuditDialogProps) {
  const format = useFormat();
  const input = { id, asOf: on };
  const { data: ledger } = useQuery({
    queryKey: ['ledger.get', input],
    queryFn: () => call('ledger.get', input),
  });
  const { data: packet, error } = useQuery({
    queryKey: ['ledger.auditPacket', input],
    queryFn: () => call('ledger.auditPacket', input),
    // It holds every proof.
    gcTime: 0,
  });
  const save = () => {
    if (packet === undefined) return;
    saveFile(packet.name, packet.mime, new Uint8Array(packet.bytes));
    showDone(
      packet.missing.length === 0
        ? t('renewals.audit.saved')
        : t('renewals.audit.savedMissing', { count: packet.missing.length }),
    );
    closeRenewalDialog();
  };
  return (
    <Modal
      opened
      onClose={closeRenewalDialog}
      size={560}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={t('renewals.audit.heading', { title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.body} aria-busy={packet === undefined && error === null}>
        {ledger !== undefined && (
          <p className={classes.words}>
            {t('renewals.audit.cycle', {
              start: format.day(ledger.cycle.start),
              end: format.day(ledger.cycle.end),
            })}
          </p>
        )}
        <p className={classes.quiet}>{t('renewals.audit.holds')}</p>
        {error !== null && (
          <p role="alert" className={classes.failed}>
            {error.message}
          </p>
        )}
        {packet !== undefined && <AuditMissing missing={packet.missing} />}
      </div>
      <div className={classes.foot}>
        <Button size="sm" variant="default" onClick={closeRenewalDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          data-autofocus
          leftSection={<IconDownload size={16} stroke={1.75} />}
          disabled={packet === undefined}
          onClick={save}
        >
          {t('renewals.audit.save')}
        </Button>
      </div>
    </Modal>
  );
}

/** What an audit packet lacks so far, or that it lacks nothing. */
export function AuditMissing({ missing }: Readonly<{ missing: readonly string[] }>) {
  if (missing.length === 0) {
    return (
      <p className={classes.complete}>
        <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        {t('renewals.audit.complete')}
      </p>
    );
  }
  return (
    <section aria-label={t('renewals.audit.missing')}>
      <h3 className={classes.lacks}>
        <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
        {t('renewals.audit.missing')}
      </h3>
      <ul className={classes.list}>
        {missing.map((line, place) => (
          // Two activities may lack the same in the same words.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${place} ${line}`}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
