import { useState } from 'react';
import type { Id } from '#shared/domain/credential.ts';
import type { Postnominal } from '#shared/procedures/sharing.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useCommand, useProcedure } from '../../query.ts';
import { OptionGroup } from './Options.tsx';
import { LetterRow } from './LetterRow.tsx';
import classes from './Letters.module.css';
import { letterChoices } from './letterChoices.ts';
import { placesAfterMove } from './places.ts';

const EVERY_LETTER = 20;

/** Every credential with letters: whether they are shown, what they are, and in which place. */
export function LettersList() {
  const { asOf } = useAsOf();
  const { preset } = letterChoices.use();
  const { data } = useProcedure('postnominals.list', { asOf }, { keepPrevious: true });
  const set = useCommand('postnominals.set');
  const [dragged, setDragged] = useState<Id | null>(null);
  const pinned = preset === 'pinned';
  const { data: ordered } = useProcedure(
    'sharing.signature',
    { preset: 'pinned', most: EVERY_LETTER, asOf },
    { enabled: pinned, keepPrevious: true },
  );
  const items = data?.items ?? [];
  // Only what stands there has a place among the others; the engine's own order is what is shown.
  const standing = (pinned ? (ordered?.letters ?? []) : []).flatMap(({ id }) => {
    const item = items.find((each) => each.id === id);
    return item === undefined ? [] : [{ ...item, place: item.chosen.place }];
  });
  const others = items.filter(({ id }) => !standing.some((item) => item.id === id));
  const rows: readonly Postnominal[] = [...standing, ...others];

  const move = (id: Id, to: number) => {
    const from = standing.findIndex((item) => item.id === id);
    for (const { id: each, place } of placesAfterMove(standing, from, to))
      set.mutate({ id: each, place, asOf });
  };

  return (
    <OptionGroup title={t('sharingLetters.letters')}>
      {data !== undefined && items.length === 0 && (
        <p className={classes.none}>{t('sharingLetters.none')}</p>
      )}
      {pinned && standing.length > 1 && (
        <p className={classes.none}>{t('sharingLetters.howToMove')}</p>
      )}
      <ul className={classes.list} aria-label={t('sharingLetters.letters')}>
        {rows.map((item) => {
          const index = standing.findIndex(({ id }) => id === item.id);
          return (
            <LetterRow
              key={item.id}
              item={item}
              onMove={
                pinned && index !== -1
                  ? {
                      step: (by) => move(item.id, index + by),
                      dragStart: () => setDragged(item.id),
                      dragEnd: () => setDragged(null),
                      drop: () => {
                        if (dragged !== null) move(dragged, index);
                        setDragged(null);
                      },
                      isFirst: index === 0,
                      isLast: index === standing.length - 1,
                    }
                  : null
              }
            />
          );
        })}
      </ul>
    </OptionGroup>
  );
}
