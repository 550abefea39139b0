import type * as z from 'zod/mini';
import { longestProcedure, type RuleView, type ruleContentSchema } from '../../api/alarm-rules.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import { cleanLines, cleanName } from '../registry/clean-name.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { AlarmStore } from '../store/alarm-store.ts';

/** Each is asked of each event of its topic. */
const mostRules = 200;

export type RuleContent = z.infer<typeof ruleContentSchema>;
/** @param after null where it is no more */
type RuleListener = (before: RuleView | null, after: RuleView | null) => void;

/** What makes alarms of events. */
export class AlarmRules {
  readonly #store: AlarmStore;
  readonly #rules = new Map<string, RuleView>();
  readonly #listeners = new Set<RuleListener>();
  #enabled: ReadonlyMap<EventTopic, readonly RuleView[]> = new Map();
  #changes: Promise<unknown> = Promise.resolve();

  private constructor(store: AlarmStore, rules: readonly RuleView[]) {
    this.#store = store;
    for (const rule of rules) this.#rules.set(rule.id, rule);
    this.#sort();
  }

  static async load(store: AlarmStore): Promise<AlarmRules> {
    return new AlarmRules(store, await store.readRules());
  }

  get all(): readonly RuleView[] {
    return [...this.#rules.values()];
  }

  get(ruleId: string): RuleView | undefined {
    return this.#rules.get(ruleId);
  }

  /** Those that are enabled. */
  of(topic: EventTopic): readonly RuleView[] {
    return this.#enabled.get(topic) ?? [];
  }

  onChange(listener: RuleListener): void {
    this.#listeners.add(listener);
  }

  /** @throws RequestFault `conflict` where there are as many as can be */
  add(content: RuleContent): Promise<RuleView> {
    return this.#inTurn(async () => {
      if (this.#rules.size >= mostRules) throw new RequestFault('conflict', 'rules');
      return this.#keep({ ...withCleanWords(content), id: opaqueId() });
    });
  }

  /** @throws RequestFault `not-found` */
  change(ruleId: string, content: RuleContent): Promise<RuleView> {
    return this.#inTurn(async () => {
      this.#existing(ruleId);
      return this.#keep({ ...withCleanWords(content), id: ruleId });
    });
  }

  /** @throws RequestFault `not-found` */
  remove(ruleId: string): Promise<RuleView> {
    return this.#inTurn(async () => {
      const rule = this.#existing(ruleId);
      await this.#store.removeRule(ruleId);
      this.#rules.delete(ruleId);
      this.#sort();
      this.#tell(rule, null);
      return rule;
    });
  }

  async #keep(rule: RuleView): Promise<RuleView> {
    await this.#store.saveRule(rule);
    const before = this.#rules.get(rule.id) ?? null;
    this.#rules.set(rule.id, rule);
    this.#sort();
    this.#tell(before, rule);
    return rule;
  }

  #existing(ruleId: string): RuleView {
    const rule = this.#rules.get(ruleId);
    if (!rule) throw new RequestFault('not-found');
    return rule;
  }

  #sort(): void {
    const enabled = new Map<EventTopic, RuleView[]>();
    for (const rule of this.#rules.values()) {
      if (rule.enabled) enabled.set(rule.topic, [...(enabled.get(rule.topic) ?? []), rule]);
    }
    this.#enabled = enabled;
  }

  #tell(before: RuleView | null, after: RuleView | null): void {
    for (const listener of this.#listeners) listener(before, after);
  }

  /** One after the other: each must see what the one before has made of them. */
  #inTurn<T>(change: () => Promise<T>): Promise<T> {
    const done = this.#changes.then(change);
    this.#changes = done.catch(() => undefined);
    return done;
  }
}

/** They stand beside what others wrote, at every alarm of the rule. */
function withCleanWords(content: RuleContent): RuleContent {
  const { name, procedure } = content;
  return {
    ...content,
    name: cleanName(name),
    procedure: cleanLines(procedure, longestProcedure),
  };
}
