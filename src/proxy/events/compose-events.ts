import type { WebSocket } from 'ws';
import type { Caller } from '../access/caller.ts';
import type { DeviceOwnership } from '../cluster/device-ownership.ts';
import type { EventBus } from '../cluster/event-bus.ts';
import type { Logger } from '../log.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { EventStore } from '../store/event-store.ts';
import { EventJournal } from './event-journal.ts';
import { EventListeners } from './event-listeners.ts';
import { EventsWindow } from './events-window.ts';
import type { AlarmFeed, StoredEvents } from './feed.ts';
import { FoundStates } from './found-states.ts';
import { journalUpkeep } from './journal-upkeep.ts';

/** Kept at most, whatever their age: with all that belongs to them about half a gigabyte. */
const mostEvents = 1_000_000;

export interface EventParts extends StoredEvents {
  readonly journal: EventJournal;
  /** A window that wants events, and the alarms of this source, until it goes. */
  accept(socket: WebSocket, caller: () => Caller, alarms: AlarmFeed): void;
  stop(): Promise<void>;
}

export interface EventComposition {
  readonly registry: DeviceRegistry;
  readonly bus: EventBus;
  readonly ownership: DeviceOwnership;
  readonly store: EventStore;
  readonly keepDays: number;
  readonly recheck: (deviceId: string) => Promise<void>;
  readonly now: () => number;
  readonly log: Logger;
}

/** The journal with all that fills it, keeps it small and reads it. */
export async function composeEvents(from: EventComposition): Promise<EventParts> {
  const { registry, store, keepDays, now, log } = from;
  const journal = await EventJournal.open({ store, now, log });
  const windows = new Set<EventsWindow>();
  const listeners = await EventListeners.open({
    ...from,
    journal,
    watched: () => windows.size > 0,
  });
  const found = new FoundStates({ ...from, listeners });
  const upkeep = journalUpkeep({ journal, store, keepDays, mostEvents, now, log });
  return {
    journal,
    onStored: (listener) => journal.onStored(listener),
    accept: (socket, caller, alarms) => {
      const window = new EventsWindow(socket, {
        journal,
        listeners,
        alarms,
        registry,
        caller,
        now,
        onFault: (fault) => log.error({ fault, operation: 'events.window' }),
        onGone: () => windows.delete(window),
      });
      windows.add(window);
    },
    stop: async () => {
      found.stop();
      await listeners.stop();
      await journal.close();
      await upkeep.stop();
    },
  };
}
