import { allows } from './parameter-rules.ts';
import type { ParameterTree } from './parameter-tree.ts';
import { type RawReply, text } from './raw-reply.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (value: number): string => String(value).padStart(2, '0');
const zoneName = 'Time.TimeZone';
const hourMs = 3_600_000;
/** What `action=set` takes, and its bounds (5.1.14.2). */
const fields = {
  year: [2007, 2099],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 59],
} as const;
type Field = keyof typeof fields;

/** The camera's own clock: the zone is a parameter, and `date.cgi` sets it apart from the true time. */
export class DeviceClock {
  readonly #tree: ParameterTree;
  readonly #now: () => number;
  #skewMs = 0;

  constructor(tree: ParameterTree, now: () => number) {
    this.#tree = tree;
    this.#now = now;
  }

  /** How far its wall clock is ahead of true UTC; `GMT+8` is read as east of Greenwich. */
  get aheadMs(): number {
    const hours = Number(/^GMT([+-]\d+)$/.exec(this.#tree.get(zoneName))?.[1] ?? 0);
    return hours * hourMs + this.#skewMs;
  }

  /** `Apr 03, 2003 15:16:04`. */
  get text(): string {
    const local = this.#local();
    const date = `${months[local.getUTCMonth()]} ${two(local.getUTCDate())}, ${local.getUTCFullYear()}`;
    return `${date} ${[local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(':')}`;
  }

  answer(query: URLSearchParams): RawReply {
    const action = query.get('action');
    if (action === 'get') return text(`${this.text}\r\n`);
    const problem = action === 'set' ? this.#set(query) : 'action must be get or set';
    return text(problem === null ? 'OK\r\n' : `Request failed: ${problem}\r\n`);
  }

  #local(): Date {
    return new Date(this.#now() + this.aheadMs);
  }

  #set(query: URLSearchParams): string | null {
    const zone = query.get('timezone');
    if (zone !== null && !allows(zoneName, zone)) return 'invalid timezone';
    const given: Partial<Record<Field, number>> = {};
    for (const [field, [from, to]] of Object.entries(fields) as [
      Field,
      readonly [number, number],
    ][]) {
      const value = query.get(field);
      if (value === null) continue;
      if (!/^\d+$/.test(value) || Number(value) < from || Number(value) > to)
        return `invalid ${field}`;
      given[field] = Number(value);
    }
    if (zone === null && Object.keys(given).length === 0) return 'nothing to set';
    const zoneBefore = this.#tree.get(zoneName);
    if (zone !== null) this.#tree.set(zoneName, zone);
    const problem = Object.keys(given).length === 0 ? null : this.#moveTo(given);
    if (problem !== null) this.#tree.set(zoneName, zoneBefore);
    return problem;
  }

  #moveTo(given: Partial<Record<Field, number>>): string | null {
    const local = this.#local();
    const day = given.day ?? local.getUTCDate();
    const wanted = new Date(
      Date.UTC(
        given.year ?? local.getUTCFullYear(),
        (given.month ?? local.getUTCMonth() + 1) - 1,
        day,
        given.hour ?? local.getUTCHours(),
        given.minute ?? local.getUTCMinutes(),
        given.second ?? local.getUTCSeconds(),
      ),
    );
    if (wanted.getUTCDate() !== day) return 'no such day';
    this.#skewMs += wanted.getTime() - Math.floor(local.getTime() / 1000) * 1000;
    return null;
  }
}
