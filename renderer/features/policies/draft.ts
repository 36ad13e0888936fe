import { createContext, useContext } from 'react';
import type { PolicyProblem } from '#shared/domain/policyProblems.ts';
import { getAt, type Json, type JsonObject, type Path } from './json.ts';

/** A policy that is being edited, and what is wrong with it so far. */
export type PolicyForm = Readonly<{
  value: JsonObject;
  problems: readonly PolicyProblem[];
  /** Puts a value at a place; undefined takes out what is there. */
  change: (path: Path, next: Json | undefined) => void;
  /** Whether a problem at a place is told: once its field was used, or saving was tried. */
  tells: (path: string) => boolean;
}>;

const FormContext = createContext<PolicyForm | null>(null);
export const PolicyFormProvider = FormContext.Provider;

export function usePolicyForm(): PolicyForm {
  const form = useContext(FormContext);
  if (form === null) throw new Error('A field of a policy stands outside of its form.');
  return form;
}

export const pathText = (path: Path): string => path.join('.');

/** The value at a place, what is wrong there, and a way to change it. */
export function useField(path: Path) {
  const { value, problems, change, tells } = usePolicyForm();
  const at = pathText(path);
  const problem = tells(at) ? problems.find((one) => one.path === at) : undefined;
  return {
    current: getAt(value, path),
    /** For inputs that know no `undefined`. */
    error: problem?.message ?? null,
    set: (next: Json | undefined) => change(path, next),
  };
}
