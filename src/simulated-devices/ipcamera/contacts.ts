import type { ParameterTree } from './parameter-tree.ts';
import { failure, type RawReply, text } from './raw-reply.ts';

/** Milliseconds of a minute between which an input's contact is closed. */
const closedTimes: readonly (readonly (readonly [number, number])[])[] = [
  [
    [5000, 13_000],
    [25_000, 33_000],
    [45_000, 53_000],
  ],
  [
    [0, 40_000],
    [46_000, 60_000],
  ],
];
const minuteMs = 60_000;

interface Contact {
  readonly enabled: boolean;
  readonly closed: boolean;
  readonly active: boolean;
  /** The state that counts as active. */
  readonly activeWhenClosed: boolean;
}

/**
 * Inputs that follow the clock, a turnstile and a door, until a test sets them; and outputs that
 * stay as they are set.
 */
export class Contacts {
  readonly #tree: ParameterTree;
  readonly #now: () => number;
  readonly #activeOutputs = new Set<number>();
  readonly #setInputs = new Map<number, boolean>();

  constructor(tree: ParameterTree, now: () => number) {
    this.#tree = tree;
    this.#now = now;
  }

  get inputs(): readonly Contact[] {
    const at = this.#now() % minuteMs;
    return this.#each('Input.NbrOfInputs', (i) => {
      const activeWhenClosed = this.#tree.get(`Input.I${i}.Trig`) === 'closed';
      const set = this.#setInputs.get(i);
      const closed =
        set === undefined
          ? (closedTimes[i]?.some(([from, to]) => at >= from && at < to) ?? false)
          : set === activeWhenClosed;
      const enabled = this.#tree.get(`Input.I${i}.Enabled`) === 'yes';
      return { enabled, closed, activeWhenClosed, active: enabled && closed === activeWhenClosed };
    });
  }

  get outputs(): readonly Contact[] {
    return this.#each('Output.NbrOfOutputs', (i) => {
      const activeWhenClosed = this.#tree.get(`Output.O${i}.Active`) === 'closed';
      const active = this.#activeOutputs.has(i);
      const enabled = this.#tree.get(`Output.O${i}.Enabled`) === 'yes';
      return { enabled, closed: active === activeWhenClosed, activeWhenClosed, active };
    });
  }

  /** Active or not, whatever the clock says. False where there is no such input, counted from 1. */
  setInput(port: string, active: boolean): boolean {
    const index = Number(port) - 1;
    if (this.inputs[index] === undefined) return false;
    this.#setInputs.set(index, active);
    return true;
  }

  /** `input.cgi` (5.4.1.1). */
  answerInput(query: URLSearchParams): RawReply {
    return check('Input', this.inputs, query);
  }

  /** `output.cgi` (5.4.1.2). */
  answerOutput(query: URLSearchParams): RawReply {
    const action = query.get('action');
    if (action === null) return check('Output', this.outputs, query);
    const [, id, sign] = /^(?:(\d*):)?([/\\])$/.exec(action) ?? [];
    const index = Number(id === undefined || id === '' ? 1 : id) - 1;
    if (sign === undefined || this.outputs[index] === undefined) return failure('invalid action');
    if (sign === '/') this.#activeOutputs.add(index);
    else this.#activeOutputs.delete(index);
    return text('OK');
  }

  #each(count: string, make: (index: number) => Contact): Contact[] {
    return Array.from({ length: Number(this.#tree.get(count)) }, (_, i) => make(i));
  }
}

function check(kind: string, contacts: readonly Contact[], query: URLSearchParams): RawReply {
  const asked = query.get('check') ?? query.get('checkactive');
  const ids = (asked ?? '').split(',');
  if (!ids.every((id) => /^\d+$/.test(id) && contacts[Number(id) - 1] !== undefined))
    return failure(`no such ${kind.toLowerCase()}`);
  const lines = ids.map((id) => {
    const contact = contacts[Number(id) - 1];
    const closed = contact?.closed === true ? '1' : '0';
    const active = contact?.active === true ? 'active' : 'inactive';
    return `${kind}${id}=${query.has('check') ? closed : active}`;
  });
  // The document's sample has nothing behind its one line.
  return text(lines.join('\r\n'));
}

const byte = (contacts: readonly Contact[], bit: (contact: Contact) => boolean): string =>
  contacts
    .reduce((sum, contact, i) => sum + (bit(contact) ? 2 ** i : 0), 0)
    .toString(16)
    .padStart(2, '0');

/** The seven octets of `IO:Status=` (5.4.2): the first contact is the lowest bit of each. */
export function contactStatus({ inputs, outputs }: Contacts): string {
  return [
    byte(inputs, ({ enabled }) => enabled),
    byte(inputs, ({ closed }) => closed),
    byte(outputs, ({ closed }) => closed),
    byte(inputs, ({ activeWhenClosed }) => !activeWhenClosed),
    byte(outputs, ({ activeWhenClosed }) => activeWhenClosed),
    byte(inputs, ({ active }) => active),
    byte(outputs, ({ active }) => active),
  ].join('');
}
