import type { EventOperations } from '../event-operations.ts';
import { reportOperations } from './event-reports.ts';
import { subscribeEvents } from './event-subscriptions.ts';
import { listPastEvents } from './past-events.ts';

export const eventOperations = {
  subscribeEvents,
  listPastEvents,
  ...reportOperations,
} satisfies EventOperations;
