import type { Operations } from '../../protocols/protocol.ts';

/** How a device tells its events, as its protocol says. */
export type EventSubscription = Awaited<
  ReturnType<NonNullable<Operations['subscribeEvents']>>
>[number];
