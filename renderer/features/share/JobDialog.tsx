import { Button, Modal, Switch, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../i18n/all.ts';
import { closeShareDialog } from './dialogs.ts';
import { changeOptions, resumeDraft } from './resumeDraft.ts';
import classes from './ShareDialog.module.css';

const JOB_MAX = 200_000;

/** The text of a job description, by whose words the lines are ordered. */
export function JobDialog() {
  const { options } = resumeDraft.use();
  const [job, setJob] = useState(options.job);
  const [only, setOnly] = useState(options.relevantOnly);
  return (
    <Modal
      opened
      onClose={closeShareDialog}
      returnFocus={false}
      size={640}
      title={t('share.order.jobHeading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.body}>
        <p className={classes.text}>{t('share.order.jobText')}</p>
        <Textarea
          data-autofocus
          aria-label={t('share.order.jobHeading')}
          autosize
          minRows={8}
          maxRows={14}
          maxLength={JOB_MAX}
          value={job}
          onChange={(event) => setJob(event.currentTarget.value)}
        />
        <Switch
          label={t('share.order.relevantOnly')}
          description={t('share.order.relevantOnlyHint')}
          checked={only}
          onChange={(event) => setOnly(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.foot}>
        <Button size="sm" variant="default" onClick={closeShareDialog}>
          {t('common.cancel')}
        </Button>
        <Button
          size="sm"
          onClick={() => {
            changeOptions({ job, relevantOnly: only });
            closeShareDialog();
          }}
        >
          {t('share.order.useJob')}
        </Button>
      </div>
    </Modal>
  );
}
