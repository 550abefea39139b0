import type { AlarmRequest } from '../store/alarm-store.ts';
import { BoundedMap } from './bounded-map.ts';

/** A window without network sends what was done up to a day ago, and may send it twice. */
export const requestLifeMs = 48 * 3_600_000;
const mostRequests = 50_000;

/** Which requests were done, so that the same one twice is done once. */
export class AlarmRequests {
  readonly #done = new BoundedMap<string, true>(mostRequests);

  constructor(kept: readonly AlarmRequest[]) {
    for (const { id } of kept) this.#done.set(id, true);
  }

  isDone(requestId: string): boolean {
    return this.#done.has(requestId);
  }

  add(request: AlarmRequest): void {
    this.#done.set(request.id, true);
  }
}

/** The same word of another person, or about another alarm, is another request. */
export function requestKey(personId: string, alarmId: string, requestId: string): string {
  return JSON.stringify([personId, alarmId, requestId]);
}
