import { AppError } from '#shared/appError.ts';
import { idSchema, type Id } from '#shared/domain/credential.ts';
import { versionFor } from '#shared/domain/cycle.ts';
import type { PlainDate } from '#shared/domain/plainDate.ts';
import type { Requirement } from '#shared/domain/policyParts.ts';
import {
  fromHundredths,
  minutesOfUnit,
  toHundredths,
  unitsOfClockHours,
  type UnitName,
} from '#shared/domain/units.ts';
import type { ParsedInput, ProcedureOutput } from '#shared/procedures.ts';
import type { Activity } from '#shared/procedures/ledger.ts';
import type { BlobStore } from '../blobStore.ts';
import type { WritableDb, Writer } from '../changes.ts';
import type { ActivityRepository } from '../repositories/activityRepository.ts';
import type { HeldService } from './heldService.ts';
import type { LedgerService } from './ledgerService.ts';

type Fields = Omit<ParsedInput<'activities.create'>, 'proofs'>;
type ProofFile = ParsedInput<'activities.create'>['proofs'][number];
type Parts = Readonly<{
  writer: Writer;
  activities: ActivityRepository;
  held: HeldService;
  ledgers: LedgerService;
  blobs: BlobStore;
  today: () => PlainDate;
}>;

const HOUR_MINUTES = 60;
/** Evidence of one activity (reliability.md, hostile input). */
const LARGEST_PROOF_BYTES = 100 * 1024 * 1024;

export type ActivityService = ReturnType<typeof createActivityService>;

/** Activities of continuing education, recorded once and allocated to any number of credentials. */
export function createActivityService({ writer, activities, held, ledgers, blobs, today }: Parts) {
  /** The requirement that a unit belongs to; the first where none is named. @throws AppError */
  const requirementOf = (id: Id, unit: string | null): Requirement | undefined => {
    const item = held.find(id);
    const start = item?.cycles.at(-1)?.start;
    const requirements = item && start ? versionFor(item.policy, start).requirements : [];
    return unit === null
      ? requirements[0]
      : requirements.find((requirement) => requirement.unit === unit);
  };

  const convert = (
    id: Id,
    hours: number,
    unit: string | null,
  ): ProcedureOutput<'activities.convert'> => {
    const requirement = requirementOf(id, unit);
    const name = requirement?.unit ?? unit ?? 'clock hour';
    const conversion = requirement?.conversion ?? {
      minutesPerUnit: Object.hasOwn(minutesOfUnit, name)
        ? minutesOfUnit[name as UnitName]
        : HOUR_MINUTES,
      rounding: { step: 0.01, mode: 'down' as const },
      stated: false,
    };
    return {
      units: fromHundredths(unitsOfClockHours(toHundredths(hours), conversion)),
      unit: name,
      minutesPerUnit: conversion.minutesPerUnit,
      stated: conversion.stated,
    };
  };

  const putAllocations = (tx: WritableDb, activityId: string, fields: Fields): void => {
    for (const { credentialId, units, unit, category } of fields.allocations) {
      const row = tx.get('credential', credentialId);
      if (!row)
        throw new AppError('not_found', `There is no credential ${credentialId}.`, {
          path: 'allocations',
        });
      if (units === null && fields.hours === null) {
        throw new AppError(
          'invalid_input',
          `Say how many units count for ${String(row['title'])}, or how many hours it took.`,
          { path: 'allocations' },
        );
      }
      assertCategory(requirementOf(credentialId, unit), category, String(row['title']));
      tx.put('allocation', {
        id: tx.newId(),
        activity_id: activityId,
        credential_id: credentialId,
        unit,
        category,
        units: toHundredths(units ?? convert(credentialId, fields.hours ?? 0, unit).units),
      });
    }
  };

  const cellsOf = (fields: Fields) => ({
    happened_on: fields.on,
    title: fields.title,
    provider: fields.provider,
    hours: fields.hours === null ? null : toHundredths(fields.hours),
    notes: fields.notes,
  });

  const putProofs = (tx: WritableDb, activityId: string, files: readonly ProofFile[]): void => {
    for (const { name, mime, bytes } of files) {
      if (bytes.length > LARGEST_PROOF_BYTES)
        throw new AppError('too_large', `${name} is over 100 MB. Keep a smaller copy here.`, {
          path: 'proofs',
        });
      const sha256 = blobs.put(bytes);
      tx.put('activity_proof', {
        id: tx.newId(),
        activity_id: activityId,
        name,
        mime,
        bytes: bytes.length,
        sha256,
        added_at: tx.at,
      });
    }
  };

  const withFlags = (items: readonly Activity[]): Activity[] => {
    const flags = new Map<Id, ReturnType<LedgerService['flagsOf']>>();
    const flagsOf = (id: Id) => {
      const known = flags.get(id) ?? ledgers.flagsOf(id, today());
      flags.set(id, known);
      return known;
    };
    return items.map((item) => ({
      ...item,
      allocations: item.allocations.map((allocation) => ({
        ...allocation,
        flag: flagsOf(allocation.credentialId).get(allocation.id) ?? null,
      })),
    }));
  };

  /** @throws AppError not_found */
  const get = (id: Id): Activity => {
    const found = activities.find(id);
    const [item] = found ? withFlags([found]) : [];
    if (!item) throw new AppError('not_found', `There is no activity ${id}.`);
    return item;
  };

  return {
    convert,
    get,
    list: (credentialId: Id | null, limit: number): Activity[] =>
      withFlags(activities.list(credentialId, limit)),

    create: (fields: Fields, proofs: readonly ProofFile[]): Activity => {
      const id = writer.run(`Logged ${fields.title}`, (tx) => {
        const made = idSchema.parse(tx.newId());
        tx.put('activity', { id: made, ...cellsOf(fields), created_at: tx.at, updated_at: tx.at });
        putAllocations(tx, made, fields);
        putProofs(tx, made, proofs);
        return made;
      });
      return get(id);
    },

    update: (id: Id, fields: Fields): Activity => {
      const before = get(id);
      writer.run(`Changed ${fields.title}`, (tx) => {
        const row = tx.get('activity', id) ?? {};
        tx.put('activity', { ...row, ...cellsOf(fields), updated_at: tx.at });
        for (const allocation of before.allocations) tx.remove('allocation', allocation.id);
        putAllocations(tx, id, fields);
      });
      return get(id);
    },

    addProof: (id: Id, file: ProofFile): Activity => {
      const { title } = get(id);
      writer.run(`Added proof to ${title}`, (tx) => putProofs(tx, id, [file]));
      return get(id);
    },

    /** @throws AppError not_found when the proof is none of the activity's */
    removeProof: (id: Id, proofId: Id): Activity => {
      const { title, proofs } = get(id);
      const proof = proofs.find((item) => item.id === proofId);
      if (!proof) throw new AppError('not_found', `${title} has no proof ${proofId}.`);
      // The bytes stay in the store, so that undo brings the file back too.
      writer.run(`Removed ${proof.name} from ${title}`, (tx) =>
        tx.remove('activity_proof', proofId),
      );
      return get(id);
    },

    /**
     * A stored proof or evidence file with its bytes.
     * @throws AppError not_found when nothing names it
     * @throws AppError damaged when its bytes are gone or are no longer what they were
     */
    readFile: (by: ParsedInput<'evidence.read'>): ProcedureOutput<'evidence.read'> => {
      const file = 'id' in by ? activities.fileById(by.id) : activities.fileBySha(by.sha256);
      if (!file) throw new AppError('not_found', 'There is no such file.');
      const bytes = blobs.read(file.sha256);
      if (!bytes)
        throw new AppError(
          'damaged',
          `${file.name} is gone from the evidence folder, or was changed. Restore it from a backup.`,
        );
      return { ...file, bytes: new Uint8Array(bytes) };
    },

    /**
     * Lets each activity count as told, all as one change.
     * @throws AppError not_found for an unknown activity or credential
     * @throws AppError conflict when it no longer counts as `was` says
     */
    apply: (changes: ParsedInput<'planner.apply'>['changes']): number => {
      const label = `Allocated ${changes.length} ${changes.length === 1 ? 'activity' : 'activities'}`;
      writer.run(label, (tx) => {
        for (const { activityId, credentialId, was, becomes } of changes) {
          const activity = activities.find(activityId);
          if (!activity) throw new AppError('not_found', `There is no activity ${activityId}.`);
          const row = tx.get('credential', credentialId);
          if (!row) throw new AppError('not_found', `There is no credential ${credentialId}.`);
          const own = activity.allocations.filter((item) => item.credentialId === credentialId);
          const same = own.find((item) => isSameChoice(item, was));
          if (was === null ? own.length > 0 : !same)
            throw new AppError(
              'conflict',
              `${activity.title} no longer counts for ${String(row['title'])} as it did. Ask for the allocation again.`,
              { path: 'changes' },
            );
          const { unit, category, units } = becomes;
          assertCategory(requirementOf(credentialId, unit), category, String(row['title']));
          tx.put('allocation', {
            id: same?.id ?? tx.newId(),
            activity_id: activityId,
            credential_id: credentialId,
            unit,
            category,
            units: toHundredths(units),
          });
        }
      });
      return changes.length;
    },

    remove: (id: Id): boolean => {
      const item = get(id);
      writer.run(`Removed ${item.title}`, (tx) => {
        for (const allocation of item.allocations) tx.remove('allocation', allocation.id);
        for (const proof of item.proofs) tx.remove('activity_proof', proof.id);
        tx.remove('activity', id);
      });
      return true;
    },
  };
}

type SomeChoice = Readonly<{ unit: string | null; category: string | null; units: number }>;

function isSameChoice(now: SomeChoice, was: SomeChoice | null): boolean {
  return (
    was !== null &&
    now.unit === was.unit &&
    now.category === was.category &&
    toHundredths(now.units) === toHundredths(was.units)
  );
}

/** A category that the policy does not have would silently count as none. */
function assertCategory(
  requirement: Requirement | undefined,
  category: string | null,
  title: string,
): void {
  if (category === null || !requirement || requirement.categories.length === 0) return;
  if (requirement.categories.some(({ name }) => name === category)) return;
  const names = requirement.categories.map(({ name }) => name).join(', ');
  throw new AppError(
    'invalid_input',
    `${title} has no category "${category}". Its categories: ${names}.`,
    { path: 'category' },
  );
}
