import type { EventJournal } from '../events/event-journal.ts';
import type { AlarmStore } from '../store/alarm-store.ts';
import type { AlarmDesk } from './alarm-desk.ts';
import type { AlarmWrites } from './alarm-writes.ts';

const mostAtOnce = 500;
/** What a killed proxy had not come to; of more than that nobody wants an alarm now. */
const mostMissed = 5000;

export interface CatchUpDependencies {
  readonly store: Pick<AlarmStore, 'readCursor'>;
  readonly journal: Pick<EventJournal, 'readAfter'>;
  readonly desk: Pick<AlarmDesk, 'take'>;
  readonly writes: Pick<AlarmWrites, 'cursor'>;
}

/** Makes alarms of what the journal took in before a kill, and of which no alarm was kept. */
export async function catchUp(from: CatchUpDependencies, latest: number): Promise<void> {
  const { store, journal, desk, writes } = from;
  const cursor = await store.readCursor();
  // Numbers above the newest are of a journal that is no more, e.g. because a copy took its place.
  let through = cursor === null || cursor > latest ? latest : Math.max(cursor, latest - mostMissed);
  while (through < latest) {
    const { events, gaps } = await journal.readAfter(through, mostAtOnce);
    const numbers = [...events, ...gaps].map(({ number }) => number);
    const due = events.filter(({ number }) => number <= latest);
    // By now they are late: what is newer stands.
    desk.take(due.map((event) => ({ event: { ...event, isLate: true }, isNew: true })));
    through = numbers.length < mostAtOnce ? latest : Math.max(...numbers);
  }
  writes.cursor(through);
}
