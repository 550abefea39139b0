import type { Change } from '../../api/change.ts';

/** What has changed and should be read again; carries no content. */
export type ChangeTopic = Exclude<Change['type'], 'hello' | 'beat'>;

/** How the parts of the proxy, and one day several proxies, tell each other of changes. */
export interface EventBus {
  publish(topic: ChangeTopic): void;
  /** @returns the way to stop listening. */
  subscribe(listener: (topic: ChangeTopic) => void): () => void;
}

/** The bus of a single proxy. */
export class InProcessEventBus implements EventBus {
  readonly #listeners = new Set<(topic: ChangeTopic) => void>();

  publish(topic: ChangeTopic): void {
    for (const listener of [...this.#listeners]) listener(topic);
  }

  subscribe(listener: (topic: ChangeTopic) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
