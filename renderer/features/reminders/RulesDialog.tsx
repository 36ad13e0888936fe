import { Modal, SegmentedControl } from '@mantine/core';
import type { Id } from '#shared/domain/credential.ts';
import {
  ruleFor,
  type ReminderKind,
  type ReminderSettings,
} from '#shared/domain/reminderSettings.ts';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { DayChips } from './DayChips.tsx';
import { closeReminderDialog } from './dialogs.ts';
import { allDaysWords } from './words.ts';
import classes from './Reminders.module.css';
import { credentialKinds, hasDays, ownRuleOf, withOwnRule, type OwnRule } from './rules.ts';
import { useReminderSettings } from './useReminderSettings.ts';

type RulesDialogProps = Readonly<{ id: Id; title: string }>;

/** Which reminders of one credential differ from those of all. */
export function RulesDialog({ id, title }: RulesDialogProps) {
  const { settings, save } = useReminderSettings();
  return (
    <Modal
      opened
      onClose={closeReminderDialog}
      size={640}
      yOffset="min(72px, 6vh)"
      returnFocus={false}
      title={t('reminders.rules.heading', { title })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <ul className={classes.rules}>
        {credentialKinds.map((kind) => (
          <Rule
            key={kind}
            id={id}
            kind={kind}
            settings={settings}
            onChange={(rule) =>
              save(({ subjects }) => ({ subjects: withOwnRule(subjects, id, kind, rule) }))
            }
          />
        ))}
      </ul>
    </Modal>
  );
}

type RuleProps = Readonly<{
  id: Id;
  kind: ReminderKind;
  settings: ReminderSettings;
  onChange: (rule: Parameters<typeof withOwnRule>[3]) => void;
}>;

const choices: readonly OwnRule[] = ['as-for-all', 'own', 'off'];

function Rule({ id, kind, settings, onChange }: RuleProps) {
  const format = useFormat();
  const label = t(`reminders.kinds.${kind}`);
  const own = ownRuleOf(settings, id, kind);
  const { offsets } = ruleFor(settings, id, kind);
  const choose = (choice: OwnRule) => {
    if (choice === 'as-for-all') onChange(null);
    else if (choice === 'off') onChange({ isOn: false });
    else onChange(hasDays(kind) ? { isOn: true, offsets: [...offsets] } : { isOn: true });
  };
  return (
    <li className={classes.rule}>
      <div>
        <div>{label}</div>
        {own === 'own' && hasDays(kind) ? (
          <DayChips
            kind={label}
            days={offsets}
            onChange={(days) => onChange({ isOn: true, offsets: days })}
          />
        ) : (
          own === 'as-for-all' && (
            <div className={classes.quiet}>
              {t('reminders.rules.forAll', { how: allDaysWords(settings, kind, format) })}
            </div>
          )
        )}
      </div>
      <SegmentedControl
        withItemsBorders={false}
        aria-label={label}
        value={own}
        data={choices.map((value) => ({
          value,
          label:
            value === 'own' && !hasDays(kind)
              ? t('reminders.rules.on')
              : t(`reminders.rules.choices.${value}`),
        }))}
        onChange={(value) => {
          const choice = choices.find((one) => one === value);
          if (choice !== undefined) choose(choice);
        }}
      />
    </li>
  );
}
