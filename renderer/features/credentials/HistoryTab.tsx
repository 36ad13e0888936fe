import { useQueries } from '@tanstack/react-query';
import { IconArrowRight } from '@tabler/icons-react';
import type { Change } from '#shared/procedures/portfolio.ts';
import { call } from '../../client.ts';
import { useFormat, type Format } from '../../format.ts';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import classes from './History.module.css';
import { actionOf, linesOf, namedIds, type HistoryLine } from './historyLines.ts';

/** What changed, when and from where, newest first. */
export function HistoryTab({ id }: Readonly<{ id: string }>) {
  const format = useFormat();
  const { data, error } = useProcedure('history.list', { subjectId: id });
  const changes = data?.items ?? [];
  const names = useNames(namedIds(changes));
  if (error !== null) return <p role="alert">{error.message}</p>;
  if (data !== undefined && changes.length === 0)
    return <p className={classes.none}>{t('credentials.history.none')}</p>;
  return (
    <ol className={classes.list}>
      {changes.map((change) => (
        <Entry
          key={`${change.operation.id} ${change.operation.kind}`}
          change={change}
          names={names}
          format={format}
        />
      ))}
    </ol>
  );
}

type EntryProps = Readonly<{ change: Change; names: ReadonlyMap<string, string>; format: Format }>;

function Entry({ change, names, format }: EntryProps) {
  const { operation } = change;
  const action = actionOf(change);
  const lines = action === 'added' || action === 'removed' ? [] : linesOf(change, names, format);
  const word =
    operation.kind === 'do'
      ? t(`credentials.history.${action}`)
      : t(operation.kind === 'undo' ? 'credentials.history.undone' : 'credentials.history.redone');
  return (
    <li className={classes.entry} data-undone={operation.undone || undefined}>
      <p className={classes.head}>
        <span className={classes.action}>{word}</span>
        {operation.kind === 'do' && operation.undone && (
          <span className={classes.back}>{t('credentials.history.tookBack')}</span>
        )}
      </p>
      <p className={classes.when}>
        <time dateTime={operation.happenedAt}>{instantWords(operation.happenedAt)}</time>,{' '}
        {originWords(operation.origin)}
      </p>
      {lines.length > 0 && (
        <dl className={classes.lines}>
          {lines.map((line) => (
            <Line key={line.label} line={line} />
          ))}
        </dl>
      )}
    </li>
  );
}

function Line({ line }: Readonly<{ line: HistoryLine }>) {
  const empty = <span className={classes.empty}>{t('credentials.history.empty')}</span>;
  return (
    <div className={classes.line}>
      <dt>{line.label}</dt>
      <dd>
        <span className={classes.hidden}>{t('credentials.history.from')} </span>
        {line.before === '' ? empty : <del>{line.before}</del>}
        <IconArrowRight size={12} aria-hidden />
        <span className={classes.hidden}>{t('credentials.history.to')} </span>
        {line.after === '' ? empty : <ins>{line.after}</ins>}
      </dd>
    </div>
  );
}

function instantWords(instant: string): string {
  return new Intl.DateTimeFormat(navigator.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(instant));
}

function originWords(origin: string): string {
  switch (origin) {
    case 'window':
    case 'cli':
    case 'test':
    case 'import':
      return t(`credentials.history.origins.${origin}`);
    default:
      return origin;
  }
}

/** Names of issuers and platforms, out of their own history, which also knows those long gone. */
function useNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const histories = useQueries({
    queries: ids.map((id) => {
      const input = { subjectId: id };
      return { queryKey: ['history.list', input], queryFn: () => call('history.list', input) };
    }),
  });
  const names = new Map<string, string>();
  for (const [place, id] of ids.entries()) {
    const name = nameIn(histories[place]?.data?.items);
    if (name !== undefined) names.set(id, name);
  }
  return names;
}

function nameIn(changes: readonly Change[] = []): string | undefined {
  const names = changes.flatMap(({ fields }) => fields.filter(({ name }) => name === 'name'));
  return names.map(({ before, after }) => after ?? before).find((name) => typeof name === 'string');
}
