import type { ProcedureOutput } from '#shared/procedures.ts';
import { t } from '../../i18n/all.ts';

type LeftOut = ProcedureOutput<'exports.resume'>['leftOut'];

/** Who was left out and why, by status: "SHRM-CP (in grace), Google Ads and 2 more (expired)". */
export function leftOutList(leftOut: LeftOut): string {
  const byStatus = Map.groupBy(leftOut, ({ status }) => status);
  return [...byStatus]
    .map(([status, all]) => {
      const title = all[0]?.title ?? '';
      const word = t(`common.statuses.${status}`).toLocaleLowerCase();
      return all.length === 1
        ? t('share.resume.leftOutOne', { title, status: word })
        : t('share.resume.leftOutMore', { title, status: word, count: all.length - 1 });
    })
    .join(', ');
}
