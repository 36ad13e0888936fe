import { Button, Modal } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { RouteKind } from '#shared/domain/policyParts.ts';
import { t } from '../../i18n/all.ts';
import { keysText } from '../../ui/keys.tsx';
import { pressed } from '../../ui/shortcut.ts';
import { closeRenewalDialog } from './dialogs.ts';
import { Outcome } from './Outcome.tsx';
import classes from './Renew.module.css';
import { RenewFields } from './RenewFields.tsx';
import { useRenewal } from './useRenewal.ts';

type RenewDialogProps = Readonly<{
  id: Id;
  title: string;
  method: RouteKind | null;
  on: PlainDate | null;
}>;

/** Begins the next cycle of a credential, after showing what that does. */
export function RenewDialog(props: RenewDialogProps) {
  const form = useRenewal(props);
  const [calendar, setCalendar] = useState(false);
  const apply = () => form.apply(closeRenewalDialog);
  useWindowEvent('keydown', (event) => {
    if (!pressed(event, 'mod+enter')) return;
    event.preventDefault();
    apply();
  });
  return (
    <Modal
      opened
      onClose={closeRenewalDialog}
      closeOnEscape={!calendar}
      size={640}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={t('renewals.dialog.heading', { name: props.title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <div className={classes.body}>
          <RenewFields form={form} onCalendar={setCalendar} />
          <Outcome form={form} />
        </div>
        <div className={classes.foot}>
          <Button size="sm" variant="default" onClick={closeRenewalDialog}>
            {t('common.cancel')}
          </Button>
          <Button size="sm" type="submit" disabled={!form.canApply} loading={form.isPending}>
            {t('renewals.renew')} <kbd className={classes.key}>{keysText('mod+enter')}</kbd>
          </Button>
        </div>
      </form>
    </Modal>
  );
}
