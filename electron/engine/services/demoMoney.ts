import { sampleMoney } from '#shared/catalog/sampleMoney.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { countsAsVerified } from '#shared/domain/trackMode.ts';
import type { WritableDb } from '../changes.ts';
import type { CostRepository } from '../repositories/costRepository.ts';
import type { CourseRepository } from '../repositories/courseRepository.ts';
import type { SubscriptionRepository } from '../repositories/subscriptionRepository.ts';
import type { WordRepository } from '../repositories/wordRepository.ts';
import { STUDY_SETTING } from './studyService.ts';

type Parts = Readonly<{
  costs: CostRepository;
  courses: CourseRepository;
  subscriptions: SubscriptionRepository;
  words: WordRepository;
}>;

/** Puts the sample's money and study plan in, as part of the change that puts its credentials in. */
export type PutSampleMoney = (
  tx: WritableDb,
  today: PlainDate,
  idByTitle: ReadonlyMap<string, Id>,
) => void;

/** Over the repositories of money and study. */
export function createPutSampleMoney(parts: Parts): PutSampleMoney {
  const { costs, courses, subscriptions, words } = parts;
  return (tx, today, idByTitle) => {
    const sample = sampleMoney(today);
    for (const fields of sample.subscriptions) {
      const id = idSchema.parse(tx.newId());
      subscriptions.put(tx, id, words.platformId(tx, fields.platform), fields);
    }
    for (const { title, ...fields } of sample.costs) {
      const credentialId = idByTitle.get(title);
      if (credentialId === undefined) continue;
      costs.put(tx, {
        ...fields,
        id: idSchema.parse(tx.newId()),
        credentialId,
        subscriptionId: null,
      });
    }
    for (const { title, ...track } of sample.tracks) {
      const id = idByTitle.get(title);
      const row = id === undefined ? undefined : tx.get('credential', id);
      if (id === undefined || row === undefined) continue;
      courses.putTrack(tx, id, track);
      tx.put('credential', { ...row, verified_track: countsAsVerified(track.mode) ? 1 : 0 });
    }
    const { titles, ...study } = sample.study;
    const chosen = titles.flatMap((title) => idByTitle.get(title) ?? []);
    tx.put('setting', {
      id: STUDY_SETTING,
      value: JSON.stringify({
        ...study,
        courses: chosen.map((credentialId) => ({ credentialId, after: [] })),
      }),
    });
  };
}
