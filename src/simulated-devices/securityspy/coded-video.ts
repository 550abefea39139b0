import { AccessUnitBroadcast } from '../clip/access-unit-broadcast.ts';
import type { ClipViewer } from '../clip/clip-broadcast.ts';
import type { ClipCodec } from '../clip/flv-clip.ts';
import { HlsWindow } from '../clip/hls-window.ts';
import type { Fault } from '../device.ts';
import { type ChosenClip, chooseClip } from '../video-server/clip-choice.ts';
import { boundary } from '../video-server/live-sizes.ts';

/** 0 low, 1 medium, 2 high ("hls_mediaplaylist"). */
export const hlsQualities = [0, 1, 2] as const;
export type HlsQuality = (typeof hlsQualities)[number];

export interface HlsVariant extends ChosenClip {
  readonly window: HlsWindow;
}

/** The H.264 and H.265 of one camera: the recorded clip in step with the clock. */
export class CodedVideo {
  readonly #siteNumber: number | null;
  readonly #now: () => number;
  readonly #fault: () => Fault;
  readonly #broadcasts = new Map<ClipCodec, AccessUnitBroadcast>();
  readonly #variants = new Map<HlsQuality, HlsVariant>();
  #frozenAtMs: number | null = null;

  /** @param siteNumber null for a camera that sends neither */
  constructor(siteNumber: number | null, now: () => number, fault: () => Fault) {
    this.#siteNumber = siteNumber;
    this.#now = now;
    this.#fault = fault;
  }

  get viewers(): number {
    return [...this.#broadcasts.values()].reduce((sum, { viewers }) => sum + viewers, 0);
  }

  /** The instant that the pictures show: now, or when they froze. */
  get pictureMs(): number {
    return this.#frozenAtMs ?? this.#now();
  }

  /** What the camera itself encodes: H.265 where its own clip is that; null where it is neither. */
  get ownCodec(): ClipCodec | null {
    if (this.#siteNumber === null) return null;
    return this.#clip('h265') === null ? 'h264' : 'h265';
  }

  /** False where there is no video of that kind. */
  join(codec: ClipCodec, viewer: ClipViewer): boolean {
    const broadcast = this.#broadcast(codec);
    broadcast?.join(viewer);
    return broadcast !== null;
  }

  leave(viewer: ClipViewer): void {
    for (const broadcast of this.#broadcasts.values()) broadcast.leave(viewer);
  }

  variant(quality: HlsQuality): HlsVariant | null {
    const known = this.#variants.get(quality);
    if (known !== undefined) return known;
    const chosen = this.#clip('h264', quality === 2 ? 'main' : 'sub');
    if (chosen === null) return null;
    const variant = { ...chosen, window: new HlsWindow(chosen.clip) };
    this.#variants.set(quality, variant);
    return variant;
  }

  faultChanged(): void {
    const fault = this.#fault();
    this.#frozenAtMs = fault === 'frozen' ? this.#now() : null;
    for (const broadcast of this.#broadcasts.values()) {
      broadcast.hold(this.#held);
      if (fault === 'offline') broadcast.cutAllOff();
    }
  }

  get #held(): boolean {
    return this.#fault() === 'frozen' || this.#fault() === 'stalled';
  }

  #clip(codec: ClipCodec, quality: 'main' | 'sub' = 'sub'): ChosenClip | null {
    return this.#siteNumber === null ? null : chooseClip(this.#siteNumber, codec, quality);
  }

  #broadcast(codec: ClipCodec): AccessUnitBroadcast | null {
    const known = this.#broadcasts.get(codec);
    if (known !== undefined) return known;
    const chosen = this.#clip(codec);
    if (chosen === null) return null;
    const broadcast = new AccessUnitBroadcast(chosen.clip, boundary, this.#now, this.#fault);
    broadcast.hold(this.#held);
    this.#broadcasts.set(codec, broadcast);
    return broadcast;
  }
}
