import { replyLines, something } from './text-reply.ts';

const stateLine = /^(?:input|output)(\d{1,2})\s*=\s*(0|1|active|inactive)$/i;

/** Reads `Input1=0` lines, or `Input1=active` (5.4.1), by number of the input or output. */
export function readPortStates(text: string, operation: string): ReadonlyMap<number, boolean> {
  const states = new Map<number, boolean>();
  for (const line of replyLines(text, operation)) {
    const [, number, state = ''] = stateLine.exec(line) ?? [];
    if (number !== undefined) states.set(Number(number), /^(?:1|active)$/i.test(state));
  }
  return something(states.size === 0 ? undefined : states, operation);
}
