import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import { useAsOf } from '../../asOf.tsx';
import { call, onOpenRecord } from '../../client.ts';
import { closeOverlay } from './overlays.ts';

/** Opens what a reminder is about: a credential, a stack; Today for many, or what is no longer there. */
export function useOpenSubject(): (subjectId: string | null) => void {
  const navigate = useNavigate();
  const { today } = useAsOf();
  return (subjectId) => {
    const id = idSchema.safeParse(subjectId);
    void (id.success ? placeOf(id.data, today) : Promise.resolve(null)).then((place) =>
      navigate(place ?? { to: '/today' }),
    );
  };
}

/** Where the record of an id is shown; null where there is none. */
async function placeOf(id: Id, asOf: PlainDate) {
  const isThere = async (look: Promise<unknown>) =>
    look.then(
      () => true,
      () => false,
    );
  if (await isThere(call('credentials.get', { id, asOf }))) {
    return { to: '/credentials', search: { id } } as const;
  }
  if (await isThere(call('stacks.get', { id, asOf }))) {
    return { to: '/stacks', search: { id } } as const;
  }
  return null;
}

/** Follows a reminder of the system that was clicked, wherever the reader was. */
export function useOpenRecord(): void {
  const openSubject = useOpenSubject();
  useEffect(
    () =>
      onOpenRecord((subjectId) => {
        closeOverlay();
        openSubject(subjectId);
      }),
    [openSubject],
  );
}
