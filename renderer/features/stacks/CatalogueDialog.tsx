import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProcedureOutput } from '#shared/procedures.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './CatalogueDialog.module.css';
import { closeStackDialog } from './dialogs.ts';
import { ProgramForm } from './ProgramForm.tsx';
import { rangeWords } from './words.ts';

type Program = ProcedureOutput<'programs.list'>[number];

const origins = ['program', 'pathway', 'type'] as const;
const SEARCH_AFTER_MS = 120;

/** Starts a stack from a program, a pathway or a sort of program of the catalogue. */
export function CatalogueDialog() {
  const [query, setQuery] = useState('');
  const [wanted] = useDebouncedValue(query, SEARCH_AFTER_MS);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data: programs } = useProcedure(
    'programs.list',
    { query: wanted },
    { keepPrevious: true },
  );
  return (
    <Modal
      opened
      onClose={closeStackDialog}
      returnFocus={false}
      size={880}
      yOffset="min(72px, 6vh)"
      title={t('stacks.catalogue.heading')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: classes.modal ?? '' }}
    >
      <div className={classes.columns}>
        <div className={classes.find}>
          <TextInput
            data-autofocus
            aria-label={t('stacks.catalogue.search')}
            placeholder={t('stacks.catalogue.search')}
            leftSection={<IconSearch size={16} stroke={1.75} />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <div className={classes.results}>
            {programs?.length === 0 && (
              <p className={classes.quiet}>{t('stacks.catalogue.none')}</p>
            )}
            {origins.map((origin) => {
              const members = programs?.filter((program) => program.origin === origin) ?? [];
              if (members.length === 0) return null;
              return (
                <section key={origin} aria-label={t(`stacks.catalogue.origins.${origin}`)}>
                  <h3 className={classes.group}>{t(`stacks.catalogue.origins.${origin}`)}</h3>
                  <ul className={classes.list}>
                    {members.map((program) => (
                      <Result
                        key={program.id}
                        program={program}
                        current={program.id === chosen}
                        onChoose={() => setChosen(program.id)}
                      />
                    ))}
                  </ul>
                </section>
              );
            })}
          </div>
        </div>
        {chosen === null ? (
          <p className={classes.hint}>{t('stacks.catalogue.choose')}</p>
        ) : (
          <ProgramForm key={chosen} id={chosen} />
        )}
      </div>
    </Modal>
  );
}

type ResultProps = Readonly<{ program: Program; current: boolean; onChoose: () => void }>;

function Result({ program, current, onChoose }: ResultProps) {
  const format = useFormat();
  return (
    <li>
      <button
        type="button"
        className={classes.result}
        aria-current={current || undefined}
        onClick={onChoose}
      >
        <span className={classes.name}>{program.name}</span>
        <span className={classes.quiet}>{takes(program, format)}</span>
        {program.unconfirmed && (
          <span className={classes.weak}>
            <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
            {t('stacks.catalogue.unconfirmed')}
          </span>
        )}
      </button>
    </li>
  );
}

function takes({ issuer, platform, courses, costLow, costHigh }: Program, format: Format): string {
  const cost = rangeWords(
    costLow === null ? [] : [costLow],
    costHigh === null ? [] : [costHigh],
    format,
  );
  return [
    issuer ?? platform,
    courses === null ? null : t('stacks.catalogue.coursesOf', { count: courses }),
    cost,
  ]
    .filter((part) => part !== null)
    .join(', ');
}
