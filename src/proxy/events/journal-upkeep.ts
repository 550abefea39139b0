import type { Logger } from '../log.ts';
import type { EventStore } from '../store/event-store.ts';
import { removeInSteps, Upkeep } from '../upkeep.ts';
import type { EventJournal } from './event-journal.ts';

const lookEveryMs = 60_000;
const dayMs = 24 * 3600_000;
const mostInStep = 500;
/** Rather more at once now and then than a few at each look. */
const slack = 1.01;

export interface UpkeepDependencies {
  readonly journal: EventJournal;
  readonly store: EventStore;
  readonly keepDays: number;
  readonly mostEvents: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** Lets go of what is too old, and of the oldest where there is too much. */
export function journalUpkeep(dependencies: UpkeepDependencies): Upkeep {
  const { journal, store, keepDays, mostEvents, now, log } = dependencies;
  return new Upkeep({
    everyMs: lookEveryMs,
    run: async (goesOn) => {
      const tooOld = await store.lastReceivedBefore(now() - keepDays * dayMs);
      const isFull = journal.count > mostEvents * slack;
      const tooMany = isFull ? await store.lastBeyond(mostEvents) : null;
      const upTo = Math.max(tooOld ?? 0, tooMany ?? 0);
      if (upTo === 0) return;
      await removeInSteps(mostInStep, goesOn, async (most) => {
        const gone = await store.trim(upTo, most);
        journal.trimmed(gone);
        return gone;
      });
    },
    onFault: (fault) => log.error({ fault, operation: 'events.trim' }),
  });
}
