import type { DeviceSound } from './sound.ts';
import type { DeviceStream } from './stream.ts';

/** Opaque and stable; survives renames and channel swaps. People and URLs see only this. */
export type CameraId = string;
export type DeviceId = string;

/** What the device itself says of a channel; `unknown` until it has said anything. */
export const channelStates = [
  'unknown',
  'connected',
  'connecting',
  'rebooting',
  'camera-login-failed',
  'camera-blocked',
  'no-network',
  'camera-timeout',
  'no-video-input',
  'service-failure',
  'no-response',
  'unused',
] as const;
export type ChannelState = (typeof channelStates)[number];

/** What a camera can do, as the device reports it. Counts are 0 where there is none. */
export interface CameraCapabilities {
  readonly panTilt: boolean;
  readonly zoom: boolean;
  readonly focus: boolean;
  readonly iris: boolean;
  readonly home: boolean;
  readonly presets: number;
  readonly auxOutputs: number;
  readonly digitalInputs: number;
  readonly relayOutputs: number;
  readonly reboot: boolean;
}

export const noCapabilities: CameraCapabilities = {
  panTilt: false,
  zoom: false,
  focus: false,
  iris: false,
  home: false,
  presets: 0,
  auxOutputs: 0,
  digitalInputs: 0,
  relayOutputs: 0,
  reboot: false,
};

export interface RecordingStatus {
  readonly streaming: boolean;
  readonly recording: boolean;
  /** When the recording began to fail, epoch ms; only while it fails. */
  readonly failedSinceMs?: number | undefined;
}

/** A channel as its device describes it; the registry gives it a CameraId. */
export interface DeviceCamera {
  /** The device's own channel name or number, as text. Unique within the device. */
  readonly channel: string;
  readonly name: string;
  readonly state: ChannelState;
  readonly recording?: RecordingStatus | undefined;
  readonly capabilities: CameraCapabilities;
  readonly streams: readonly DeviceStream[];
  /** Path and query of a still picture at the device's own resolution, where it has one. */
  readonly snapshotTarget?: string | undefined;
  /** What its microphone hears, where that comes apart from the pictures. */
  readonly sound?: DeviceSound | undefined;
  /** Where its loudspeaker takes sound. */
  readonly loudspeaker?: DeviceSound | undefined;
}

/** Sensor and picture settings, in the device's own ranges; absent where it has none. */
export interface PictureSettings {
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly brightness?: { readonly value: number; readonly maximum: number } | undefined;
  readonly contrast?: { readonly value: number; readonly maximum: number } | undefined;
  readonly mode?: '50hz' | '60hz' | 'outdoor' | undefined;
  readonly flipped?: boolean | undefined;
  readonly mirrored?: boolean | undefined;
}

/** What to change; absent stays as it is. Numbers are in the device's own ranges. */
export interface PictureSettingsChange {
  readonly brightness?: number | undefined;
  readonly contrast?: number | undefined;
  readonly mode?: PictureSettings['mode'];
  readonly flipped?: boolean | undefined;
  readonly mirrored?: boolean | undefined;
}

/** Which groups of what acts on a camera are there for it; each group says in detail what it has. */
export interface CameraOffers {
  readonly steering: boolean;
  readonly outputs: boolean;
  readonly inputs: boolean;
  readonly arming: boolean;
  /** Whether the settings of the picture can be changed. */
  readonly pictureChange: boolean;
  /** Sound that travels apart from the pictures. */
  readonly sound: boolean;
  readonly loudspeaker: boolean;
  /** Recordings can be taken out. */
  readonly exports: boolean;
  /** The device itself writes them out: in parts of a length, and encrypted where a password is given. */
  readonly exportsEncrypted: boolean;
}

export const noOffers: CameraOffers = {
  steering: false,
  outputs: false,
  inputs: false,
  arming: false,
  pictureChange: false,
  sound: false,
  loudspeaker: false,
  exports: false,
  exportsEncrypted: false,
};
