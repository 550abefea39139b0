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
  /** Events that never came, by the numbers of those that did; absent where they have none. */
  readonly lost?: number;
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
      /** What has to be asked beside it in each round, where one reply does not tell all. */
      readonly further?: readonly PolledCall[];
    };

export interface PolledCall {
  readonly call: EndpointCall;
  readonly reader: () => EventReader;
}

/** What the device still knows of a time in which nobody listened. */
export interface PastEvents {
  readonly events: readonly ReportedEvent[];
  /** False where the device keeps fewer kinds of events than it sends. */
  readonly complete: boolean;
}

/** A number plate that another system has read, told to the device as if it had read it itself. */
export interface PlateReport {
  /** The device's own code of the place where it was read. */
  readonly zoneCode: string;
  readonly plate: string;
  /** Epoch ms; the moment of arrival where it is absent. */
  readonly atMs?: number | undefined;
  /** When a car that stands there was first read, epoch ms. */
  readonly firstAtMs?: number | undefined;
}

/** The beginning or the end of an emergency call of another system. */
export interface CallReport {
  /** Make and model of what calls. */
  readonly deviceName: string;
  /** The device's own code of the place. */
  readonly caller: string;
  readonly active: boolean;
  /** Channels that the device's own screens bring up; none restores them. Absent: its own choice. */
  readonly shownChannels?: readonly string[] | undefined;
  /** Epoch ms; the moment of arrival where it is absent. */
  readonly atMs?: number | undefined;
}

/** What to do about a moment of a camera. */
export interface EventMark {
  /** Shown where events are searched. */
  readonly title?: string | undefined;
  readonly comment?: string | undefined;
  /** Epoch ms; the moment of arrival where it is absent. */
  readonly atMs?: number | undefined;
  /** Turns the camera to a preset. */
  readonly presetId?: string | undefined;
  /** Keeps a copy of the recording; at most an hour to each side. */
  readonly backup?:
    | {
        readonly beforeSeconds: number;
        readonly afterSeconds: number;
        /** Beside the camera's own. */
        readonly channels: readonly string[];
      }
    | undefined;
}

/** What the device made of a mark. */
export interface MarkedEvent {
  readonly eventId: string;
  /** Paths of the copies on the device, which are there only minutes after `afterSeconds`. */
  readonly videoTargets: readonly string[];
}

export interface EventOperations {
  /** Ways to listen, the best first; the next is taken where one is refused as unsupported. */
  readonly subscribeEvents?: (link: DeviceLink) => Promise<readonly EventSubscription[]>;
  readonly listPastEvents?: (
    link: DeviceLink,
    range: { readonly fromMs: number; readonly toMs: number },
  ) => Promise<PastEvents>;
  readonly pushPlate?: (link: DeviceLink, report: PlateReport) => Promise<void>;
  readonly pushCall?: (link: DeviceLink, report: CallReport) => Promise<void>;
  readonly markEvent?: (link: DeviceLink, channel: string, mark: EventMark) => Promise<MarkedEvent>;
  /** Makes the device act as if something moved before a camera: it records, and may sound. */
  readonly triggerMotion?: (link: DeviceLink, channel: string) => Promise<void>;
}
