import type { Problem } from '../../api/problem.ts';
import type { InputReport, InputView } from '../../api/site-control.ts';
import type { Input } from '../../domain/ports.ts';
import { cleanName } from '../registry/clean-name.ts';

/** What a look at the inputs of a camera brought. */
export type InputLook = { readonly inputs: readonly Input[] } | { readonly problem: Problem };

/**
 * The report after a look: the one before, where nothing has changed. A look that failed leaves no
 * state standing, since nobody knows any more what the inputs do.
 */
export function nextReport(
  before: InputReport | undefined,
  look: InputLook,
  nowMs: number,
): InputReport {
  const problem = 'problem' in look ? look.problem : undefined;
  const seen =
    'inputs' in look
      ? look.inputs
      : (before?.inputs ?? []).map((input) => ({ ...input, state: 'unknown' as const }));
  const inputs = seen.map((input) => dated(before, input, nowMs));
  const same =
    before !== undefined &&
    before.problem?.reason === problem?.reason &&
    before.inputs.length === inputs.length &&
    inputs.every((input, index) => isSame(input, before.inputs[index]));
  if (same) return before;
  return { inputs, atMs: nowMs, ...(problem && { problem }) };
}

function dated(before: InputReport | undefined, { id, name, state }: Input, nowMs: number) {
  const last = before?.inputs.find((input) => input.id === id);
  const sinceMs = last?.state === state ? last.sinceMs : nowMs;
  return { id, name: cleanName(name), state, sinceMs };
}

function isSame(one: InputView, other: InputView | undefined): boolean {
  return one.id === other?.id && one.name === other.name && one.state === other.state;
}
