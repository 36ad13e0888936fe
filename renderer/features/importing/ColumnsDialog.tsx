import { Modal, Select } from '@mantine/core';
import { sourceFields } from '#shared/domain/importColumns.ts';
import { t } from '../../i18n/all.ts';
import classes from './ColumnsDialog.module.css';
import { mapColumn, type Preview } from './session.ts';

type ColumnsDialogProps = Readonly<{
  opened: boolean;
  columns: Preview['columns'];
  onClose: () => void;
}>;

/** Which field each column of a table is; each change is read at once. */
export function ColumnsDialog({ opened, columns, onClose }: ColumnsDialogProps) {
  const fields = sourceFields.map((value) => ({ value, label: t(`common.fields.${value}`) }));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('importing.columnsTitle')}
      size={560}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <p className={classes.text}>{t('importing.columnsText')}</p>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('importing.columnOfFile')}</th>
            <th scope="col">{t('importing.fieldOfCredential')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, field }) => (
            <tr key={name}>
              <td className={classes.name}>{name}</td>
              <td>
                <Select
                  aria-label={t('importing.columnField', { name })}
                  placeholder={t('importing.notTaken')}
                  searchable
                  clearable
                  clearButtonProps={{ 'aria-label': t('common.removeNamed', { name }) }}
                  data={fields}
                  value={field}
                  onChange={(value) => mapColumn(name, value)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
