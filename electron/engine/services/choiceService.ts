import { AppError } from '#shared/appError.ts';
import type { Id } from '#shared/domain/credential.ts';
import type { ChoicesPatch, LedgerChoices } from '#shared/domain/ledgerChoices.ts';
import type { Policy } from '#shared/domain/policy.ts';
import {
  alternativeBesides,
  alternativeFigures,
  hasUnits,
  stateFigures,
  stateOf,
  stateWords,
} from '#shared/domain/policyChoices.ts';
import type { ProcedureOutput } from '#shared/procedures.ts';
import type { Writer } from '../changes.ts';
import type { CredentialRepository } from '../repositories/credentialRepository.ts';
import { parseChoices } from '../repositories/policedQueries.ts';
import type { Row } from '../rowStore.ts';
import type { PolicyService } from './policyService.ts';

type Parts = Readonly<{
  writer: Writer;
  credentials: CredentialRepository;
  policies: PolicyService;
}>;
type Choices = ProcedureOutput<'ledger.choices'>;

export type ChoiceService = ReturnType<typeof createChoiceService>;

/** What a holder chooses of a policy: state, other totals, another way, how many are held. */
export function createChoiceService({ writer, credentials, policies }: Parts) {
  /** @throws AppError not_found, or refused when it is under no policy */
  const rowOf = (id: Id): Readonly<{ row: Row; policy: Policy }> => {
    const row = writer.rows.get('credential', id);
    if (!row) throw new AppError('not_found', `There is no credential ${id}.`);
    const policyId = row['policy_id'];
    if (typeof policyId !== 'string')
      throw new AppError(
        'refused',
        `${String(row['title'])} is under no policy, so there is nothing to choose. "laurel edit" sets policyId.`,
      );
    return { row, policy: policies.get(policyId).policy };
  };

  const choicesOf = (id: Id): Choices => {
    const { row, policy } = rowOf(id);
    return { credentialId: id, ...offer(policy, parseChoices(row['ledger_choices'] ?? null)) };
  };

  return {
    choices: choicesOf,

    /** @throws AppError invalid_input for what the policy does not offer */
    choose: (id: Id, patch: ChoicesPatch): Choices => {
      const { row, policy } = rowOf(id);
      assertOffered(policy, patch);
      const chosen = merge(parseChoices(row['ledger_choices'] ?? null), patch);
      writer.run(`Chose rules for ${String(row['title'])}`, (tx) => {
        const before = tx.get('credential', id) ?? row;
        const text = Object.keys(chosen).length === 0 ? null : JSON.stringify(chosen);
        if (before['ledger_choices'] === text) return;
        const next = { ...before, ledger_choices: text, updated_at: tx.at };
        const cells = policies.cellsFor(next, before, credentials.isRenewed(id));
        tx.put('credential', { ...next, ...cells });
      });
      return choicesOf(id);
    },
  };
}

function offer(policy: Policy, chosen: LedgerChoices): Omit<Choices, 'credentialId'> {
  const [requirement] = policy.requirements;
  const alternatives = policy.alternatives.map((alternative) => ({
    text: alternative.text,
    applied: alternativeFigures(policy, alternative),
    besides: alternativeBesides(alternative),
    canChoose: requirement !== undefined && hasUnits(alternative),
    fromMemory: alternative.fromMemory,
  }));
  const totals = (requirement?.totals ?? []).map(({ by, when, total }) => ({
    by,
    when,
    unit: requirement?.unit ?? '',
    total,
  }));
  const each = requirement?.addOnPerExtraTrack ?? null;
  const extras =
    requirement && each !== null
      ? { what: requirement.extraTrack ?? 'track', unit: requirement.unit, each }
      : null;
  const perHeld = requirement?.perHeld ?? null;
  return {
    policyId: policy.id,
    chosen,
    canChoose:
      policy.states.length + totals.length > 0 ||
      alternatives.some(({ canChoose }) => canChoose) ||
      extras !== null ||
      perHeld !== null,
    states: policy.states.map((row) => ({
      state: row.state,
      applied: stateFigures(policy, row),
      words: stateWords(row),
      ownPolicyId: row.policyId,
    })),
    totals,
    alternatives,
    extras,
    perHeld,
    source: policy.source,
  };
}

/** Only what the policy offers can be chosen; taking back is always possible. */
function assertOffered(policy: Policy, patch: ChoicesPatch): void {
  const { totals, alternatives, extras, perHeld } = offer(policy, {});
  const { state, totalWhen, alternative, extraTracks, held } = patch;
  if (state && !stateOf(policy, state))
    throw unknown(
      'state',
      state,
      policy,
      policy.states.map((row) => row.state),
    );
  if (totalWhen && !totals.some(({ when }) => when === totalWhen))
    throw unknown(
      'totalWhen',
      totalWhen,
      policy,
      totals.map(({ when }) => when),
    );
  const ways = alternatives.filter(({ canChoose }) => canChoose).map(({ text }) => text);
  if (alternative && !ways.includes(alternative))
    throw unknown('alternative', alternative, policy, ways);
  if (extraTracks && extras === null) throw unknown('extraTracks', String(extraTracks), policy, []);
  if (held && perHeld === null) throw unknown('held', String(held), policy, []);
}

function unknown(
  path: string,
  value: string,
  policy: Policy,
  offered: readonly string[],
): AppError {
  const name = policy.abbreviation ?? policy.name;
  const rest =
    offered.length === 0 ? 'It offers no such choice.' : `Choose from: ${offered.join(', ')}.`;
  return new AppError('invalid_input', `${name} does not know "${value}". ${rest}`, { path });
}

function merge(chosen: LedgerChoices, patch: ChoicesPatch): LedgerChoices {
  const merged = Object.entries({ ...chosen, ...patch }).filter(
    ([, value]) => value !== null && value !== undefined,
  );
  return parseChoices(JSON.stringify(Object.fromEntries(merged)));
}
