import type { ArmingMode } from './arming.ts';
import type { ChannelState } from './camera.ts';

/** What an event is about: panes, filters and rules choose by it. */
export const eventTopics = [
  'connection',
  'channel',
  'recording',
  'motion',
  'object',
  'plate',
  'call',
  'parking',
  'input',
  'tampering',
  'arming',
  'trigger',
  'file',
  'system',
  'packing',
] as const;
export type EventTopic = (typeof eventTopics)[number];

/** A part of the picture, in shares of its width and height from its top left. */
export interface EventBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the picture in pixels, where the device does not say how large its picture is. */
export interface PixelBox extends EventBox {
  readonly unit: 'pixel';
}

/** A camera that the device ties to an event, by the device's own channel. */
export interface LinkedChannel {
  readonly channel: string;
  readonly title: string;
}

export interface Garment {
  readonly kind: 'tops' | 'bottoms' | string;
  readonly length?: string | undefined;
  readonly colours: readonly string[];
}

export interface ObjectFact {
  readonly topic: 'object';
  /** The device's words: `face`, `human`, `vehicle`, `animal`, `bodyTemperature` and what is to come. */
  readonly kind: string;
  /** Percent. */
  readonly likelihood?: number | undefined;
  readonly objectId?: string | undefined;
  /** The human to whom a face belongs. */
  readonly parentId?: string | undefined;
  /** Words, numbers and yes/no as the device writes them, e.g. `glasses: false`. */
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly clothes: readonly Garment[];
  readonly colours: readonly string[];
  readonly boxes: readonly (EventBox | PixelBox)[];
  /** Path of a picture on the device; never an address. */
  readonly imageTarget?: string | undefined;
  readonly linked: readonly LinkedChannel[];
}

export interface PlateFact {
  readonly topic: 'plate';
  readonly plate: string;
  /** Of 100; engines may not tell. */
  readonly score?: number | undefined;
  readonly direction?: 'entry' | 'exit' | undefined;
  readonly zoneCode: string;
  readonly zoneName: string;
  readonly box?: PixelBox | undefined;
  readonly imageTarget?: string | undefined;
  readonly linked: readonly LinkedChannel[];
  readonly parkingLots: { readonly entrance?: number; readonly exit?: number };
}

export interface ParkingLot {
  readonly id: string;
  readonly name: string;
  readonly kind: 'counter' | 'group' | string;
  readonly count: number;
  readonly most?: number | undefined;
  readonly members: readonly string[];
}

/** A fact as a device tells it. Each kind says what no other field of the event says. */
export type EventFact =
  | { readonly topic: 'connection'; readonly state: 'online' | 'offline' }
  | {
      readonly topic: 'channel';
      readonly change:
        | 'state'
        | 'added'
        | 'removed'
        | 'swapped'
        | 'renamed'
        | 'source-modified'
        | 'stream-ready'
        | 'stream-changed'
        | 'settings-changed';
      readonly state?: ChannelState | undefined;
      readonly name?: string | undefined;
      /** The two channels that changed places. */
      readonly channels?: readonly [string, string] | undefined;
      readonly message?: string | undefined;
    }
  | {
      readonly topic: 'recording';
      readonly streaming: boolean;
      readonly recording: boolean;
      readonly failedSinceMs?: number | undefined;
    }
  | {
      readonly topic: 'motion';
      readonly active: boolean;
      /** Of the area, percent. */
      readonly level?: number | undefined;
      readonly area?: string | undefined;
      readonly boxes: readonly (EventBox | PixelBox)[];
    }
  | ObjectFact
  | PlateFact
  | {
      readonly topic: 'call';
      readonly active: boolean;
      readonly caller: string;
      readonly place: string;
      readonly deviceName: string;
      readonly linked: readonly LinkedChannel[];
    }
  | { readonly topic: 'parking'; readonly lots: readonly ParkingLot[] }
  | { readonly topic: 'input'; readonly inputId: string; readonly active: boolean }
  | { readonly topic: 'tampering'; readonly active: boolean }
  | { readonly topic: 'arming'; readonly mode: ArmingMode; readonly armed: boolean }
  | {
      readonly topic: 'trigger';
      readonly mode: ArmingMode;
      /** Words such as `human`, `video-motion`, `manual`. */
      readonly reasons: readonly string[];
    }
  | { readonly topic: 'file'; readonly path: string }
  | {
      readonly topic: 'system';
      readonly code: string;
      /** In the words of the device. */
      readonly name: string;
      readonly severity: 'notice' | 'serious';
      readonly parameters: Readonly<Record<string, string>>;
      readonly comment?: string | undefined;
    }
  | { readonly topic: 'packing'; readonly text: string };

/** What a protocol makes of one report of a device. */
export interface ReportedEvent {
  /** The device's own channel; absent where the event is of the whole device. */
  readonly channel?: string | undefined;
  /** By the device's own clock, epoch ms; absent where it does not say. */
  readonly deviceAtMs?: number | undefined;
  /** When it ended, by the same clock; absent while it goes on, or where nothing lasts. */
  readonly deviceEndMs?: number | undefined;
  /** The same for every report of one incident that grows; unique within its device. */
  readonly incident?: string | undefined;
  /** How things stood when the subscription began: a state, not a change. */
  readonly isSnapshot?: true | undefined;
  readonly fact: EventFact;
}
