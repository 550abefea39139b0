import { siteWord } from '../http/site-word.ts';

/** Parameters by their full name without the leading `root.`, in the order of listing. */
export class ParameterTree {
  readonly #values: Map<string, string>;

  constructor(initial: ReadonlyMap<string, string>) {
    this.#values = new Map(initial);
  }

  get(name: string): string {
    return this.#values.get(name) ?? '';
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  set(name: string, value: string): void {
    this.#values.set(name, value);
  }

  /** The pairs of a group, or the one parameter of that name; all where the name is empty. */
  under(group: string): (readonly [string, string])[] {
    return [...this.#values].filter(
      ([name]) => group === '' || name === group || name.startsWith(`${group}.`),
    );
  }

  remove(group: string): void {
    for (const [name] of this.under(group)) this.#values.delete(name);
  }

  /** Everything anew, except what `keeps` names. */
  replace(values: ReadonlyMap<string, string>, keeps: (name: string) => boolean): void {
    const kept = [...this.#values].filter(([name]) => keeps(name));
    this.#values.clear();
    for (const [name, value] of values) this.#values.set(name, value);
    for (const [name, value] of kept) this.#values.set(name, value);
  }
}

export function withoutRoot(name: string): string {
  return name.replace(/^root\./, '');
}

/** What a person named, or the maker; the rest has values that the document lists. */
function spoken(name: string, value: string): string {
  return /(?:Name|Text|Comment)$|^Brand\.|Version$/.test(name) ? siteWord(name, value) : value;
}

export function writePairs(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `root.${name}=${spoken(name, value)}\n`).join('');
}
