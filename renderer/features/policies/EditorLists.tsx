import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { t } from '../../i18n/all.ts';
import { useField, usePolicyForm } from './draft.ts';
import classes from './Editor.module.css';
import { ChoiceField, FlagField, MoneyField, NumberField, TextField } from './EditorFields.tsx';
import { EditorSection } from './EditorSection.tsx';
import { getAt, listAt, type JsonObject, type Path } from './json.ts';

const ICON = { size: 16, stroke: 1.75 } as const;
const routeKinds = ['units', 'exam', 'assessment', 'higher', 'fee'] as const;
const earnings = ['earn-and-submit', 'submit-only'] as const;

/** The ways in which it can be renewed. */
export function EditorRoutes() {
  return (
    <ListSection
      path={['routes']}
      title={t('policies.editor.routes')}
      add={t('policies.editor.addRoute')}
      blank={{ kind: 'units', method: 'credits' }}
      removeLabel={(place) => t('policies.editor.removeRoute', { place })}
      item={(path) => (
        <>
          <div className={classes.row} data-columns="2">
            <ChoiceField
              path={[...path, 'kind']}
              label={t('policies.editor.route')}
              options={routeKinds.map((value) => ({
                value,
                label: t(`renewals.routeKinds.${value}`),
              }))}
            />
            <TextField path={[...path, 'method']} label={t('policies.editor.method')} required />
          </div>
          <div className={classes.row} data-columns="3">
            <NumberField
              path={[...path, 'months']}
              label={t('policies.editor.months')}
              placeholder={t('policies.editor.validityHint')}
            />
            <MoneyField path={[...path, 'cost']} label={t('policies.editor.cost')} />
            <div className={classes.flag}>
              <FlagField
                path={[...path, 'onlyWhileValid']}
                label={t('policies.editor.onlyWhileValid')}
              />
            </div>
          </div>
        </>
      )}
    />
  );
}

/** The ladder after the end, step by step. */
export function EditorAfterEnd() {
  const known = useField(['afterEnd', 'known']);
  const { change } = usePolicyForm();
  const isKnown = known.current === true;
  const check = (
    <Checkbox
      label={t('policies.editor.afterEndKnown')}
      checked={isKnown}
      onChange={(event) =>
        event.currentTarget.checked
          ? change(['afterEnd'], { known: true })
          : change(['afterEnd'], undefined)
      }
    />
  );
  if (!isKnown) return <EditorSection title={t('policies.editor.afterEnd')}>{check}</EditorSection>;
  return (
    <ListSection
      path={['afterEnd', 'rungs']}
      title={t('policies.editor.afterEnd')}
      before={check}
      add={t('policies.editor.addRung')}
      blank={{ state: 'grace', days: 30, kind: null }}
      removeLabel={(place) => t('policies.editor.removeRung', { place })}
      item={(path) => (
        <div className={classes.row} data-columns="4">
          <ChoiceField
            path={[...path, 'state']}
            label={t('policies.editor.rung')}
            options={(['grace', 'suspended'] as const).map((value) => ({
              value,
              label: t(`policies.editor.rungs.${value}`),
            }))}
          />
          <NumberField path={[...path, 'days']} label={t('policies.editor.days')} required />
          <ChoiceField
            path={[...path, 'kind']}
            label={t('policies.editor.earning')}
            none={t('policies.editor.earnings.unknown')}
            options={earnings.map((value) => ({
              value,
              label: t(`policies.editor.earnings.${value}`),
            }))}
            // It must be there, null where nothing is said.
            onChosen={(kind) => change([...path, 'kind'], kind)}
          />
          <div className={classes.flag}>
            <FlagField path={[...path, 'mayBeUsed']} label={t('policies.editor.mayBeUsed')} />
          </div>
        </div>
      )}
    />
  );
}

/** What it costs to keep. */
export function EditorFees() {
  return (
    <ListSection
      path={['fees']}
      title={t('policies.editor.fees')}
      add={t('policies.editor.addFee')}
      blank={{ price: { amount: 0, currency: 'USD' }, per: 'cycle', due: 'submission' }}
      removeLabel={(place) => t('policies.editor.removeFee', { place })}
      item={(path) => (
        <div className={classes.row} data-columns="3">
          <MoneyField path={[...path, 'price']} label={t('policies.editor.fee')} required />
          <ChoiceField
            path={[...path, 'per']}
            label={t('policies.editor.per')}
            options={(['cycle', 'year', 'late'] as const).map((value) => ({
              value,
              label: t(`policies.editor.pers.${value}`),
            }))}
          />
          <ChoiceField
            path={[...path, 'due']}
            label={t('policies.editor.due')}
            options={(['anniversary', 'submission'] as const).map((value) => ({
              value,
              label: t(`policies.editor.dues.${value}`),
            }))}
          />
        </div>
      )}
    />
  );
}

type ListSectionProps = Readonly<{
  path: Path;
  title: string;
  add: string;
  blank: JsonObject;
  /** @param place counted from 1 */
  removeLabel: (place: number) => string;
  item: (path: Path) => ReactNode;
  before?: ReactNode;
}>;

function ListSection({ path, title, add, blank, removeLabel, item, before }: ListSectionProps) {
  const { value, change } = usePolicyForm();
  const items = listAt(value, path);
  return (
    <EditorSection
      title={title}
      path={path.join('.')}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus {...ICON} />}
          onClick={() => change([...path, items.length], blank)}
        >
          {add}
        </Button>
      }
    >
      {before}
      {items.map((_, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- an item is known by its place only
        <div key={at} className={classes.card} data-removable>
          <div className={classes.cardBody}>{item([...path, at])}</div>
          <ActionIcon
            className={classes.remove ?? ''}
            aria-label={removeLabel(at + 1)}
            onClick={() => change([...path, at], undefined)}
          >
            <IconTrash {...ICON} />
          </ActionIcon>
        </div>
      ))}
    </EditorSection>
  );
}

/** Where the figures come from, and how far they were checked. */
export function EditorSource() {
  const { value } = usePolicyForm();
  return (
    <EditorSection title={t('policies.editor.source')} path="source">
      <div className={classes.row} data-columns="2">
        <TextField path={['source', 'title']} label={t('policies.editor.sourceTitle')} required />
        <TextField
          path={['source', 'url']}
          label={t('policies.editor.sourceUrl')}
          placeholder="https://"
          required
        />
      </div>
      <div className={classes.row} data-columns="3">
        <TextField
          path={['source', 'asOf']}
          label={t('policies.editor.asOf')}
          placeholder="2026-11"
          required
        />
        <ChoiceField
          path={['source', 'verified']}
          label={t('policies.editor.verified')}
          options={(['yes', 'partly', 'memory'] as const).map((level) => ({
            value: level,
            label: t(`policies.verified.${level}`),
          }))}
        />
        <NumberField
          path={['proofMonths']}
          label={t('policies.editor.proofMonths')}
          {...(getAt(value, ['proofMonths']) === undefined ? { placeholder: '12' } : {})}
        />
      </div>
      <TextField path={['notes']} label={t('policies.editor.notes')} multiline />
    </EditorSection>
  );
}
