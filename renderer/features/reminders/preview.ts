import type { ProcedureOutput } from '#shared/procedures.ts';

export type PreviewDay = ProcedureOutput<'reminders.preview'>[number];
/** What fires in one calendar month, in the order of its days. */
export type PreviewMonth = Readonly<{
  month: string;
  days: readonly PreviewDay[];
  reminders: number;
}>;

/** Gathers days into their calendar months; days come in order, and so do months. */
export function byMonth(days: readonly PreviewDay[]): PreviewMonth[] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => ({
    month,
    days: own,
    reminders: own.reduce((sum, { reminders }) => sum + reminders.length, 0),
  }));
}
