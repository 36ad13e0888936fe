import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { t } from '../../i18n/all.ts';
import { usePolicyForm } from './draft.ts';
import classes from './Editor.module.css';
import { ChoiceField, NumberField, TextField } from './EditorFields.tsx';
import { EditorSection } from './EditorSection.tsx';
import { getAt, isObject, listAt, textAt } from './json.ts';

const ICON = { size: 16, stroke: 1.75 } as const;

/** The units that a policy asks for, each with its categories. */
export function EditorRequirements() {
  const { value, change } = usePolicyForm();
  const requirements = listAt(value, ['requirements']);
  return (
    <EditorSection
      title={t('policies.editor.keeps')}
      action={
        <Button
          variant="default"
          leftSection={<IconPlus {...ICON} />}
          onClick={() => change(['requirements', requirements.length], { unit: '', total: 0 })}
        >
          {t('policies.editor.addRequirement')}
        </Button>
      }
    >
      {requirements.map((_, place) => (
        // A requirement is known by its place only.
        // oxlint-disable-next-line react/no-array-index-key
        <Requirement key={place} place={place} />
      ))}
    </EditorSection>
  );
}

function Requirement({ place }: Readonly<{ place: number }>) {
  const { value, change, problems, tells } = usePolicyForm();
  const path = ['requirements', place] as const;
  const unit = textAt(value, [...path, 'unit']);
  const at = path.join('.');
  const own = problems.filter((problem) => problem.path === at && tells(at));
  return (
    <div className={classes.card}>
      <div className={classes.row} data-columns="4-x">
        <TextField
          path={[...path, 'unit']}
          label={t('policies.editor.unit')}
          placeholder={t('policies.editor.unitHint')}
          required
        />
        <NumberField path={[...path, 'total']} label={t('policies.editor.total')} required />
        <NumberField path={[...path, 'perYearMin']} label={t('policies.editor.perYearMin')} />
        <NumberField
          path={[...path, 'perYearSuggested']}
          label={t('policies.editor.perYearSuggested')}
        />
        <ActionIcon
          className={classes.remove ?? ''}
          aria-label={t('policies.editor.removeRequirement', { unit })}
          onClick={() => change(path, undefined)}
        >
          <IconTrash {...ICON} />
        </ActionIcon>
      </div>
      <div className={classes.row} data-columns="3">
        <Minutes place={place} />
        <CarryOver place={place} />
      </div>
      {own.map(({ message }) => (
        <p key={message} role="alert" className={classes.problem}>
          {message}
        </p>
      ))}
      <Categories place={place} unit={unit} />
    </div>
  );
}

/** A rate that is given for the first time is rounded down to hundredths, as units are held. */
function Minutes({ place }: Readonly<{ place: number }>) {
  const { value, change } = usePolicyForm();
  const path = ['requirements', place, 'conversion'] as const;
  const conversion = getAt(value, path);
  return (
    <NumberField
      path={[...path, 'minutesPerUnit']}
      label={t('policies.editor.minutes')}
      onWrite={(minutes) =>
        change(
          path,
          minutes === undefined
            ? undefined
            : {
                rounding: { step: 0.01, mode: 'down' },
                ...(isObject(conversion) ? conversion : {}),
                stated: true,
                minutesPerUnit: minutes,
              },
        )
      }
    />
  );
}

function CarryOver({ place }: Readonly<{ place: number }>) {
  const { value, change } = usePolicyForm();
  const path = ['requirements', place, 'carryOver'] as const;
  const carry = getAt(value, path);
  return (
    <>
      <NumberField
        path={[...path, 'max']}
        label={t('policies.editor.carryMax')}
        onWrite={(max) =>
          change(
            path,
            max === undefined
              ? undefined
              : { from: 'surplus', ...(isObject(carry) ? carry : {}), max },
          )
        }
      />
      {isObject(carry) && (
        <NumberField path={[...path, 'windowMonths']} label={t('policies.editor.carryMonths')} />
      )}
    </>
  );
}

function Categories({ place, unit }: Readonly<{ place: number; unit: string }>) {
  const { value, change } = usePolicyForm();
  const path = ['requirements', place, 'categories'] as const;
  const categories = listAt(value, path);
  const names = categories.map((category) => textAt(category, ['name']));
  return (
    <fieldset className={classes.categories}>
      <legend className={classes.legend}>{t('policies.editor.categories', { unit })}</legend>
      {categories.length > 0 && (
        <div className={classes.row} data-columns="category" aria-hidden>
          {(['category', 'min', 'max', 'within'] as const).map((head) => (
            <span key={head} className={classes.columnHead}>
              {t(`policies.editor.${head}`)}
            </span>
          ))}
        </div>
      )}
      {names.map((name, at) => {
        const label = (field: 'category' | 'max' | 'min' | 'within') => ({
          label: t('policies.editor.categoryOf', {
            field: t(`policies.editor.${field}`),
            place: at + 1,
          }),
          hidesLabel: true,
        });
        return (
          // oxlint-disable-next-line react/no-array-index-key -- names change while they are typed
          <div key={at} className={classes.row} data-columns="category">
            <TextField path={[...path, at, 'name']} {...label('category')} required />
            <NumberField path={[...path, at, 'min']} {...label('min')} />
            <NumberField path={[...path, at, 'max']} {...label('max')} />
            <ChoiceField
              path={[...path, at, 'within']}
              {...label('within')}
              none={t('policies.editor.withinNone')}
              options={[...new Set(names)]
                .filter((other) => other !== name && other !== '')
                .map((other) => ({ value: other, label: other }))}
            />
            <ActionIcon
              aria-label={t('policies.editor.removeCategory', { name })}
              onClick={() => change([...path, at], undefined)}
            >
              <IconTrash {...ICON} />
            </ActionIcon>
          </div>
        );
      })}
      <Button
        variant="subtle"
        color="gray"
        className={classes.addCategory ?? ''}
        leftSection={<IconPlus {...ICON} />}
        onClick={() => change([...path, categories.length], { name: '' })}
      >
        {t('policies.editor.addCategory')}
      </Button>
    </fieldset>
  );
}
