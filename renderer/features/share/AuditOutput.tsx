import { Button, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { call } from '../../client.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { AuditMissing } from '../renewals/AuditDialog.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import { Sheet } from './Paper.tsx';
import classes from './Screen.module.css';
import { SendFile } from './SendOut.tsx';
import { useSending } from './useSending.ts';

type Cycle = ProcedureOutput<'ledger.overview'>['items'][number];

type AuditOutputProps = Readonly<{ picker: ReactNode }>;

/** Everything that an audit of one cycle asks for, as one zip (features.md D8). */
export function AuditOutput({ picker }: AuditOutputProps) {
  const { asOf } = useAsOf();
  const format = useFormat();
  const [chosen, setChosen] = useState<Id | null>(null);
  const { data: overview, error } = useProcedure(
    'ledger.overview',
    { asOf },
    { keepPrevious: true },
  );
  const items = overview?.items ?? [];
  const cycle = items.find(({ id }) => id === chosen) ?? items[0];
  const input = { id: cycle?.id, asOf };
  const { data: packet, error: packetError } = useQuery({
    queryKey: ['ledger.auditPacket', input],
    queryFn: async () =>
      cycle === undefined ? null : call('ledger.auditPacket', { id: cycle.id, asOf }),
    enabled: cycle !== undefined,
    // It holds every proof.
    gcTime: 0,
  });
  const sending = useSending('audit');
  const failure = error ?? packetError;

  return (
    <Panes
      picker={picker}
      title={t('share.names.audit')}
      options={
        <>
          {cycle && (
            <Select
              label={t('share.audit.credential')}
              searchable
              allowDeselect={false}
              value={cycle.id}
              data={items.map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(id) => setChosen(items.find((each) => each.id === id)?.id ?? null)}
            />
          )}
          <p className={classes.how}>{t('share.audit.how')}</p>
        </>
      }
      previewTitle={t('share.audit.contents')}
      previewAside={cycle && spanOf(cycle, format.day)}
      preview={
        failure === null ? (
          <Contents
            loading={overview === undefined || (cycle !== undefined && !packet)}
            none={overview?.items.length === 0}
            missing={packet?.missing ?? null}
          />
        ) : (
          <p role="alert">{t('share.failed', { reason: failure.message })}</p>
        )
      }
      state={cycle && <PlaceField sending={sending} />}
      actions={
        packet &&
        cycle && (
          <SendFile
            variant="filled"
            sending={sending}
            sent={{ format: 'zip', text: null, facts: [], recipe: null }}
            file={packet.name}
            mime={packet.mime}
            text={new Uint8Array(packet.bytes)}
          />
        )
      }
    />
  );
}

const spanOf = ({ start, end }: Cycle, day: (on: Cycle['start']) => string) =>
  t('renewals.audit.cycle', { start: day(start), end: day(end) });

type ContentsProps = Readonly<{
  loading: boolean;
  none: boolean;
  missing: readonly string[] | null;
}>;

function Contents({ loading, none, missing }: ContentsProps) {
  const navigate = useNavigate();
  if (none) {
    return (
      <div className={classes.fill}>
        <EmptyState
          title={t('share.audit.none')}
          text={t('share.audit.noneText')}
          action={
            <Button onClick={() => void navigate({ to: '/renewals' })}>
              {t('share.audit.open')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <Sheet busy={loading}>
      <p>{t('renewals.audit.holds')}</p>
      {missing !== null && <AuditMissing missing={missing} />}
    </Sheet>
  );
}
