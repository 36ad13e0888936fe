/** The way to the record that a reminder is about. */
export function recordOf({ kind, subjectId }: Readonly<{ kind: string; subjectId: string }>) {
  if (kind === 'stack-at-risk') return { to: '/stacks', search: { id: subjectId } } as const;
  if (kind === 'subscription-renews') {
    return { to: '/plan', search: { view: 'subscriptions' } } as const;
  }
  return { to: '/credentials', search: { id: subjectId } } as const;
}
