import type { EventFactView } from '../../../api/events.ts';
import type { EventTopic } from '../../../domain/device-event.ts';

/** The fact of one topic. */
export type FactOf<Topic extends EventTopic> = Extract<EventFactView, { topic: Topic }>;

export interface FactProps<Topic extends EventTopic> {
  readonly fact: FactOf<Topic>;
  /** In which times are shown. */
  readonly zone: string;
  /** How things stood when listening began: nothing started or ended. */
  readonly standing: boolean;
}
