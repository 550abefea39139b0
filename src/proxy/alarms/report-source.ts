import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AlarmStore } from '../store/alarm-store.ts';
import type { ReportedAlarm, ReportMatter, TimeRange } from './shift-report.ts';

/** Where a report takes its alarms from. */
export interface ReportSource {
  /** As {@link ReportMatter} wants them. */
  alarms(range: TimeRange): Promise<readonly ReportedAlarm[]>;
  floods(range: TimeRange): Promise<ReportMatter['floods']>;
}

type Store = Pick<AlarmStore, 'readRaised' | 'readStanding' | 'readFloods'>;

/** Read and understood at once: pictures must not wait for a month of alarms. */
const pageSize = 200;

/** @param flush keeps what waits, so that an alarm of this second counts */
export function reportSource(store: Store, flush: () => Promise<void>): ReportSource {
  return {
    alarms: async ({ fromMs, toMs }) => {
      await flush();
      return [
        ...(await store.readStanding(fromMs, toMs)),
        ...(await raisedIn(store, { fromMs, toMs })),
      ];
    },
    floods: async ({ fromMs, toMs }) => {
      await flush();
      return store.readFloods(fromMs, toMs);
    },
  };
}

async function raisedIn(
  store: Pick<Store, 'readRaised'>,
  { fromMs, toMs }: TimeRange,
): Promise<readonly ReportedAlarm[]> {
  const found = new Map<string, ReportedAlarm>();
  let most = pageSize;
  for (let nextMs = fromMs; ; ) {
    const page = await store.readRaised(nextMs, toMs, most);
    for (const alarm of page) found.set(alarm.id, alarm);
    const last = page.at(-1);
    if (last === undefined || page.length < most) return [...found.values()];
    // Where one instant fills a page, a larger one leads beyond it.
    most = last.raisedAtMs === nextMs ? most * 2 : pageSize;
    nextMs = last.raisedAtMs;
    await nextTurn();
  }
}
