import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandDesk } from '../control/command-desk.ts';
import type { EventFaults } from '../events/event-faults.ts';
import type { EventHub } from '../video-server/event-hub.ts';
import type { Footage } from '../video-server/footage.ts';
import type { InstalledItems } from '../video-server/installed-items.ts';
import type { OlderCamera } from './older-camera.ts';

export interface OlderExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
}

export interface OlderRoute {
  /** For accounts that may do more than look. */
  readonly controls: boolean;
  run(exchange: OlderExchange): void;
}

export interface OlderServerState {
  readonly cameras: readonly OlderCamera[];
  readonly desk: CommandDesk;
  readonly events: EventHub;
  readonly eventFaults: EventFaults;
  readonly footage: Footage;
  readonly sounds: InstalledItems;
  readonly scripts: InstalledItems;
  readonly zone: string;
  readonly now: () => number;
}
