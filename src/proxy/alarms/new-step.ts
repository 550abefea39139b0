import type { AlarmActor } from '../../domain/alarm.ts';
import type { KeptStep } from '../store/alarm-store.ts';

/** A line of an alarm's history before it has a number; without `by` nobody did it. */
export type NewStep = Pick<KeptStep, 'kind' | 'atMs'> & {
  readonly by?: AlarmActor;
  readonly text?: string;
  readonly to?: AlarmActor;
  readonly untilMs?: number;
};
