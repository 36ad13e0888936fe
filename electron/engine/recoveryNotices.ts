/** What is told of an end that was not clean, in plain sentences; none after a clean one. */
export function recoveryNotices(
  found: Readonly<{ replayed: number; torn: boolean; broken: boolean }>,
): string[] {
  const notices: string[] = [];
  if (found.replayed > 0) {
    notices.push(
      `Laurel did not end cleanly. ${found.replayed} ${found.replayed === 1 ? 'change was' : 'changes were'} taken in again from the operation log.`,
    );
  }
  if (found.torn)
    notices.push(
      'A change that was being written when Laurel ended was not finished, and was left out.',
    );
  if (found.broken)
    notices.push(
      'The operation log beside the portfolio was changed by something else. The portfolio itself is whole; run the check in Settings.',
    );
  return notices;
}
