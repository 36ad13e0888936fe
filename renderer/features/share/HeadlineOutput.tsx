import { Radio, TagsInput, TextInput, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { idSchema } from '#shared/domain/credential.ts';
import { useAsOf } from '../../asOf.tsx';
import { t } from '../../i18n/all.ts';
import { useProcedure } from '../../query.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { CountBar } from './CountBar.tsx';
import { CredentialsSelect } from './CredentialSelect.tsx';
import { Desk } from './Desk.tsx';
import { createKept } from './kept.ts';
import { OutputNotes } from './OutputNotes.tsx';
import { Panes } from './Panes.tsx';
import { PlaceField } from './PlaceField.tsx';
import classes from './Post.module.css';
import screen from './Screen.module.css';
import { recipeInput, SendCopy } from './SendOut.tsx';
import { useSending } from './useSending.ts';
import { useSettledInput } from './useSettledInput.ts';

const headlineChoices = createKept(
  'laurel-headline',
  z.strictObject({
    role: z.string(),
    words: z.array(z.string()),
    ids: z.array(idSchema),
    picked: z.int().min(0),
  }),
  { role: '', words: [], ids: [], picked: 0 },
);

type HeadlineOutputProps = Readonly<{ picker: ReactNode }>;

/** A headline of at most 220 characters from what is valid today, in variants to pick from. */
export function HeadlineOutput({ picker }: HeadlineOutputProps) {
  const { asOf } = useAsOf();
  const choices = headlineChoices.use();
  const { role, words, ids } = choices;
  const input = useSettledInput({ role, words, ids: ids.length === 0 ? null : ids, asOf });
  const { data, error } = useProcedure('sharing.headline', input, { keepPrevious: true });
  const sending = useSending('headline');
  const index = Math.min(choices.picked, (data?.variants.length ?? 1) - 1);
  const variant = data?.variants[index];
  const change = (part: Partial<typeof choices>) => headlineChoices.set({ ...choices, ...part });

  return (
    <Panes
      picker={picker}
      title={t('share.names.headline')}
      options={
        <div className={classes.fields}>
          <TextInput
            label={t('sharing.headline.role')}
            placeholder={t('sharing.headline.roleHint')}
            maxLength={200}
            value={role}
            onChange={(event) => change({ role: event.currentTarget.value })}
          />
          <TagsInput
            label={t('sharing.headline.words')}
            placeholder={words.length === 0 ? t('sharing.headline.wordsHint') : ''}
            maxTags={20}
            acceptValueOnBlur
            value={words}
            onChange={(next) => change({ words: next.map((word) => word.slice(0, 100)) })}
          />
          <CredentialsSelect
            label={t('sharing.onlyThese')}
            placeholder={t('sharing.all')}
            value={ids}
            onChange={(next) => change({ ids: next })}
          />
          <p className={screen.hint}>{t('sharing.headline.where')}</p>
        </div>
      }
      previewTitle={t('sharing.headline.pick')}
      previewAside={data && t('sharing.headline.pickHint', { limit: data.limit })}
      preview={
        error !== null ? (
          <p role="alert">{t('share.failed', { reason: error.message })}</p>
        ) : data?.variants.length === 0 ? (
          <div className={screen.fill}>
            <EmptyState title={t('sharing.headline.none')} text={t('sharing.headline.noneText')} />
          </div>
        ) : (
          <Desk label={t('sharing.headline.pick')}>
            <Radio.Group
              label={<VisuallyHidden>{t('sharing.headline.pick')}</VisuallyHidden>}
              value={String(index)}
              onChange={(value) => change({ picked: Number(value) })}
            >
              <div className={classes.variants}>
                {data?.variants.map(({ text, characters }, each) => (
                  <Radio
                    key={text}
                    className={classes.variant ?? ''}
                    classNames={{ body: classes.variantBody ?? '' }}
                    data-picked={each === index || undefined}
                    value={String(each)}
                    label={text}
                    description={t('sharing.headline.count', { count: characters })}
                  />
                ))}
              </div>
            </Radio.Group>
            {variant !== undefined && data !== undefined && (
              <CountBar count={variant.characters} limit={data.limit} />
            )}
          </Desk>
        )
      }
      notes={data && <OutputNotes {...data} />}
      state={<PlaceField sending={sending} />}
      actions={
        variant && (
          <SendCopy
            sending={sending}
            sent={{
              format: 'txt',
              text: variant.text,
              facts: variant.facts,
              // Made again it would be the first variant.
              recipe:
                index === 0 ? { procedure: 'sharing.headline', input: recipeInput(input) } : null,
            }}
            plain={variant.text}
          />
        )
      }
    />
  );
}
