import { z } from 'zod';

const fields = {
  /** State whose row of the policy's table applies, as two letters. */
  state: z.string().regex(/^[A-Z]{2}$/, 'Give the state as two letters.'),
  /** Key of `requirement.totals`, e.g. `classroom teacher`. */
  totalWhen: z.string().min(1).max(200),
  /** Text of an alternative of the policy. */
  alternative: z.string().min(1).max(500),
  /** Further tracks or licences held, beyond the first. */
  extraTracks: z.int().min(0).max(50),
  /** How many are held of what `perHeld` names (FINRA registrations). */
  held: z.int().min(1).max(50),
} as const;

/** What the holder is or has, where a policy's figures depend on it. */
export const choicesSchema = z.strictObject(fields).partial();
export type LedgerChoices = Readonly<z.infer<typeof choicesSchema>>;

/** A change of choices: null takes one back. */
export const choicesPatchSchema = z
  .strictObject({
    state: fields.state.nullable(),
    totalWhen: fields.totalWhen.nullable(),
    alternative: fields.alternative.nullable(),
    extraTracks: fields.extraTracks.nullable(),
    held: fields.held.nullable(),
  })
  .partial();
export type ChoicesPatch = Readonly<z.infer<typeof choicesPatchSchema>>;
