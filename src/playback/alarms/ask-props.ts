import type { AlarmHandling } from './use-alarm-handling.ts';

/** What each of the small forms takes. */
export interface AskProps {
  readonly handling: AlarmHandling;
}
