import type { Logger } from '../log.ts';
import type { AlarmStore } from '../store/alarm-store.ts';
import { removeInSteps, Upkeep } from '../upkeep.ts';
import { requestLifeMs } from './alarm-requests.ts';

const lookEveryMs = 10 * 60_000;
const dayMs = 24 * 3_600_000;
const mostInStep = 100;

export interface UpkeepDependencies {
  readonly store: AlarmStore;
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

/** Lets go of closed alarms when the record of who did what lets go of what was done to them. */
export function alarmUpkeep({ store, keepDays, now, log }: UpkeepDependencies): Upkeep {
  return new Upkeep({
    everyMs: lookEveryMs,
    run: async (goesOn) => {
      const oldestMs = now() - keepDays * dayMs;
      await store.forgetRequests(now() - requestLifeMs);
      await store.forgetFloods(oldestMs);
      await removeInSteps(mostInStep, goesOn, (most) => store.trim(oldestMs, most));
    },
    onFault: (fault) => log.error({ fault, operation: 'alarms.trim' }),
  });
}
