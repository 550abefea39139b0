import { loadClip } from '../clip/clip-files.ts';
import { FlvBroadcast } from '../clip/flv-broadcast.ts';
import type { Clip } from '../clip/flv-clip.ts';
import { HlsWindow } from '../clip/hls-window.ts';
import { exposed } from '../motors/exposure.ts';
import { type View, viewOf } from '../motors/view.ts';
import { plainSensor, type Sensor } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { ChannelDevice, type DeviceTraits } from './channel-device.ts';

export const qualities = ['main', 'sub'] as const;
export type Quality = (typeof qualities)[number];

/** Codes of the document's list that mean a camera gives no picture. */
export type OfflineCode = -5 | -4 | -3 | 0 | 401 | 403 | 404 | 408 | 410 | 503;
const connected = 200;

export interface ChannelStream {
  readonly quality: Quality;
  readonly width: number;
  readonly height: number;
  readonly flv: FlvBroadcast;
  readonly hls: HlsWindow;
}

/** A channel of the recorder: what it says of itself, its streams, and the device behind it. */
export class Channel {
  readonly id: number;
  title: string;
  readonly camera: SiteCamera;
  readonly device: ChannelDevice;
  readonly #now: () => number;
  readonly #streams = new Map<Quality, ChannelStream>();
  #code: number = connected;
  #failedAtMs: number | null = null;
  #frozenAtMs: number | null = null;
  /** When its recording failed though its picture comes; null while it is recorded. */
  recordingFailedAtMs: number | null = null;
  /** Told of every other code that the channel comes to. */
  onStatus: () => void = () => undefined;
  #stalled = false;

  constructor(camera: SiteCamera, title: string, traits: DeviceTraits, now: () => number) {
    this.id = camera.number;
    this.title = title;
    this.camera = camera;
    this.device = new ChannelDevice(camera.number, traits, now);
    this.#now = now;
  }

  /** How its drawn pictures are turned; its streams are recorded and stand still. */
  get view(): View {
    return viewOf(this.device.head.position);
  }

  get sensor(): Sensor {
    return exposed(plainSensor, this.device.head.position.iris);
  }

  get displayName(): string {
    return this.title === '' ? `CH${this.id}` : `CH${this.id}. ${this.title}`;
  }

  get code(): number {
    return this.#code;
  }

  get online(): boolean {
    return this.#code === connected;
  }

  get failedAtMs(): number | null {
    return this.#failedAtMs;
  }

  get stalled(): boolean {
    return this.#stalled;
  }

  /** The instant that the pictures show: now, or when they froze. */
  get pictureMs(): number {
    return this.#frozenAtMs ?? this.#now();
  }

  /** Null when the repository carries no clip for this channel. */
  stream(quality: Quality): ChannelStream | null {
    const known = this.#streams.get(quality);
    if (known !== undefined) return known;
    const clip: Clip | null = loadClip(`ch${this.id}${quality}`);
    if (clip === null) return null;
    const stream = {
      quality,
      width: quality === 'main' ? 1280 : 640,
      height: quality === 'main' ? 720 : 360,
      flv: new FlvBroadcast(clip, this.#now),
      hls: new HlsWindow(clip),
    };
    stream.flv.hold(this.#stalled || this.#frozenAtMs !== null);
    this.#streams.set(quality, stream);
    return stream;
  }

  /** The camera behind this channel is lost: its streams end and new ones are refused. */
  setOffline(code: OfflineCode): void {
    this.#failedAtMs = this.#now();
    this.cutViewersOff();
    this.#setCode(code);
  }

  setOnline(): void {
    this.#failedAtMs = null;
    this.#setCode(connected);
  }

  /** Sockets stay open; FLV sends nothing, the HLS window stands still, pictures repeat. */
  freeze(): void {
    this.#frozenAtMs = this.#now();
    this.#hold();
  }

  /** Sockets stay open and no byte comes, for every kind of medium. */
  stallMedia(): void {
    this.#stalled = true;
    this.#hold();
  }

  recover(): void {
    this.#frozenAtMs = null;
    this.#stalled = false;
    this.recordingFailedAtMs = null;
    this.setOnline();
    this.#hold();
  }

  cutViewersOff(): void {
    for (const { flv } of this.#streams.values()) flv.cutAllOff();
  }

  #setCode(code: number): void {
    const isOther = code !== this.#code;
    this.#code = code;
    if (isOther) this.onStatus();
  }

  #hold(): void {
    for (const { flv } of this.#streams.values())
      flv.hold(this.#stalled || this.#frozenAtMs !== null);
  }
}
