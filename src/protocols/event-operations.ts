import type { ReportedEvent } from '../domain/device-event.ts';
import type { DeviceLink, EndpointCall } from './device-link.ts';

/** Makes events of what one connection brings; remembers what came before on it. */
export interface EventReader {
  /**
   * @param text the next message of a socket, the next piece of a stream, or the reply of a poll
   * @returns the events in it; what cannot be read is passed over and counted
   */
  read(text: string, receivedAtMs: number): readonly ReportedEvent[];
  /** Pieces that were no event and no heartbeat. */
  readonly unread: number;
}

/** How a device tells its events. Whoever holds the connection knows nothing of the protocol. */
export type EventSubscription =
  | {
      /** One message after another over a WebSocket, or a reply that does not end. */
      readonly kind: 'socket' | 'stream';
      readonly call: EndpointCall;
      /** A living connection is never silent for this long. */
      readonly silenceMs: number;
      readonly reader: () => EventReader;
    }
  | {
      readonly kind: 'poll';
      readonly call: EndpointCall;
      /** How often to ask while somebody watches its events, and else. */
      readonly watchedEveryMs: number;
      readonly elseEveryMs: number;
      readonly reader: () => EventReader;
    };

/** What the device still knows of a time in which nobody listened. */
export interface PastEvents {
  readonly events: readonly ReportedEvent[];
  /** False where the device keeps fewer kinds of events than it sends. */
  readonly complete: boolean;
}

export interface EventOperations {
  /** Ways to listen, the best first; the next is taken where one is refused as unsupported. */
  readonly subscribeEvents?: (link: DeviceLink) => Promise<readonly EventSubscription[]>;
  readonly listPastEvents?: (
    link: DeviceLink,
    range: { readonly fromMs: number; readonly toMs: number },
  ) => Promise<PastEvents>;
}
