import { Select, TextInput } from '@mantine/core';
import { routeKindSchema } from '#shared/domain/policyParts.ts';
import { t } from '../../i18n/all.ts';
import { DayField } from './DayField.tsx';
import classes from './Renew.module.css';
import type { RenewalForm } from './useRenewal.ts';
import { routeName } from './words.ts';

type RenewFieldsProps = Readonly<{ form: RenewalForm; onCalendar?: (open: boolean) => void }>;

/** By which route, on which day, and the end that the body gave where it differs. */
export function RenewFields({ form, onCalendar }: RenewFieldsProps) {
  const [first] = form.routes;
  return (
    <div className={classes.fields}>
      {form.routes.length > 0 && (
        <Select
          label={t('renewals.dialog.by')}
          allowDeselect={false}
          data={form.routes.map((route) => ({ value: route.kind, label: routeName(route) }))}
          value={form.method ?? first?.kind ?? null}
          onChange={(value) => {
            const kind = routeKindSchema.safeParse(value);
            if (kind.success) form.setMethod(kind.data);
          }}
        />
      )}
      <DayField
        label={t('renewals.dialog.on')}
        text={form.dayText}
        day={form.day}
        error={form.day === null ? t('renewals.log.errors.day') : null}
        onChange={form.setDayText}
        {...(onCalendar ? { onCalendar } : {})}
      />
      <TextInput
        label={t('renewals.dialog.entered')}
        placeholder={form.hasPolicy ? t('renewals.dialog.enteredHint') : ''}
        value={form.enteredText}
        error={form.isEnteredBad ? t('renewals.dialog.badDate') : null}
        onChange={(event) => form.setEnteredText(event.currentTarget.value)}
      />
    </div>
  );
}
