export type SettingValue = boolean | number | string;
export type ReadSettings = Readonly<Record<string, unknown>>;

export interface SectionPlan {
  /** By the names that captured replies carry. */
  readonly values: Readonly<Record<string, SettingValue>>;
  /** Names that the document writes by and captured replies lack, with the captured one. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly ranges?: Readonly<Record<string, readonly [number, number]>>;
  /** Taken, and never told. */
  readonly secrets?: readonly string[];
  /** Numbers that a reply repeats as text under a name that ends in `Text`. */
  readonly repeated?: readonly string[];
}

const mostTextLength = 2000;

/** One page of settings: reads `true` and numbers, is written with `1` and text, field by field. */
export class SettingsSection {
  readonly #plan: SectionPlan;
  readonly #values: Map<string, SettingValue>;

  constructor(plan: SectionPlan, own: Readonly<Record<string, SettingValue>> = {}) {
    this.#plan = plan;
    this.#values = new Map(Object.entries({ ...plan.values, ...own }));
  }

  text(name: string): string {
    return String(this.#values.get(name) ?? '');
  }

  number(name: string): number {
    return Number(this.#values.get(name) ?? 0);
  }

  flag(name: string): boolean {
    return this.#values.get(name) === true;
  }

  read(): ReadSettings {
    const { secrets = [], repeated = [] } = this.#plan;
    const told = [...this.#values].filter(([name]) => !secrets.includes(name));
    const copies = repeated.map((name) => [`${name}Text`, this.text(name)]);
    return Object.fromEntries([...told, ...copies]);
  }

  /** Keeps what fits and passes over unknown names and values; returns the names that changed. */
  write(form: URLSearchParams): string[] {
    const { aliases = {} } = this.#plan;
    const changed: string[] = [];
    for (const [asked, text] of form) {
      const name = aliases[asked] ?? asked;
      const before = this.#values.get(name);
      if (before === undefined) continue;
      const value = this.#fitting(name, text, before);
      if (value === null || value === before) continue;
      this.#values.set(name, value);
      changed.push(name);
    }
    return changed;
  }

  #fitting(name: string, text: string, before: SettingValue): SettingValue | null {
    if (typeof before === 'string') return text.slice(0, mostTextLength);
    if (typeof before === 'boolean') {
      if (text === '1' || text === 'true') return true;
      return text === '0' || text === 'false' ? false : null;
    }
    const value = Number(text);
    const [least, most] = this.#plan.ranges?.[name] ?? [Number.MIN_SAFE_INTEGER, 2 ** 31];
    return text !== '' && Number.isInteger(value) && value >= least && value <= most ? value : null;
  }
}
