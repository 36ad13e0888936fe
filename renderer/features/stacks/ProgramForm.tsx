import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PartialDate } from '#shared/domain/partialDate.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useAsOf } from '../../asOf.tsx';
import { useFormat } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import classes from './CatalogueDialog.module.css';
import { DateText } from '../../ui/DateText.tsx';
import { closeStackDialog } from './dialogs.ts';
import { rangeWords } from './words.ts';

type Program = ProcedureOutput<'programs.get'>;

/** What a program takes, and starting it. */
export function ProgramForm({ id }: Readonly<{ id: string }>) {
  const { data: program } = useProcedure('programs.get', { id });
  return program === undefined ? (
    <div className={classes.form} aria-busy />
  ) : (
    <Form program={program} />
  );
}

function Form({ program }: Readonly<{ program: Program }>) {
  const { asOf } = useAsOf();
  const navigate = useNavigate();
  const [title, setTitle] = useState(program.name);
  const [target, setTarget] = useState<PartialDate | null | undefined>(null);
  // An exam or a capstone keeps its name; courses are often known by their number only.
  const named = program.parts.filter(({ role }) => role === 'course');
  const [names, setNames] = useState(() => named.map((part) => part.title).join('\n'));
  const [plan, setPlan] = useState(true);
  const start = useCommand('stacks.fromCatalogue', {
    done: (stack) => t('stacks.catalogue.started', { title: stack.title }),
  });
  const submit = () => {
    if (target === undefined) return;
    const courses = names
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    start.mutate(
      {
        programId: program.id,
        asOf,
        title: title.trim() === '' ? null : title.trim(),
        target,
        courses,
        plan,
      },
      {
        onSuccess: (stack) => {
          closeStackDialog();
          void navigate({ to: '/stacks', search: { id: stack.id } });
        },
      },
    );
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className={classes.body}>
        <h3 className={classes.title}>{program.name}</h3>
        <Facts program={program} />
        {program.warnings.map((warning) => (
          <p key={warning} className={classes.warning}>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
            {warning}
          </p>
        ))}
        <div className={classes.pair}>
          <TextInput
            label={t('stacks.catalogue.name')}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DateText label={t('stacks.catalogue.target')} value={null} onChange={setTarget} />
        </div>
        {named.length > 0 && (
          <Textarea
            label={t('stacks.catalogue.parts')}
            description={t('stacks.catalogue.partsHint')}
            autosize
            minRows={Math.min(named.length, 6)}
            maxRows={8}
            value={names}
            onChange={(event) => setNames(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t('stacks.catalogue.plan')}
          description={t('stacks.catalogue.planHint')}
          checked={plan}
          onChange={(event) => setPlan(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.foot}>
        <Button size="sm" variant="default" onClick={closeStackDialog}>
          {t('common.cancel')}
        </Button>
        <Button size="sm" type="submit" loading={start.isPending}>
          {t('stacks.catalogue.start')}
        </Button>
      </div>
    </form>
  );
}

function Facts({ program }: Readonly<{ program: Program }>) {
  const format = useFormat();
  const { courses, hours, months, costLow, costHigh, costModel, issuer, platform, pathway } =
    program;
  const range = ([from, to]: readonly [number, number]) =>
    from === to
      ? format.number(from)
      : t('stacks.catalogue.from', { from: format.number(from), to: format.number(to) });
  const cost = rangeWords(
    costLow === null ? [] : [costLow],
    costHigh === null ? [] : [costHigh],
    format,
  );
  const facts: (readonly [string, string | null])[] = [
    [
      t('stacks.builder.provider'),
      [issuer, platform].filter((part) => part !== null).join(', ') || null,
    ],
    [t('stacks.catalogue.courses'), courses === null ? null : format.number(courses)],
    [t('stacks.catalogue.hours'), hours === null ? null : range(hours)],
    [t('stacks.catalogue.months'), months === null ? null : range(months)],
    [
      t('stacks.catalogue.cost'),
      cost === null ? null : [cost, costModel].filter((part) => part !== null).join(', '),
    ],
    [t('stacks.grants'), pathway?.grants ?? null],
    [t('stacks.offers.sourceField'), pathway?.source ?? program.type?.sources.join(', ') ?? null],
    [t('stacks.offers.asOf'), program.type?.figuresAsOf ?? null],
  ];
  return (
    <dl className={classes.facts}>
      {facts.map(
        ([name, value]) =>
          value !== null &&
          value !== '' && (
            <div key={name} style={{ display: 'contents' }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
