import type { ClipForm } from '../clip/clip-broadcast.ts';
import type { TimedFrame } from '../clip/clip-clock.ts';
import { type Clip, type ClipFrame, nalUnits } from '../clip/flv-clip.ts';
import { interleave } from './interleaved.ts';
import { mediaTracks } from './media-tracks.ts';
import { nalPayloads, rtpPacket } from './rtp-packets.ts';

/** Keeps a packet with its headers within an Ethernet frame. */
const mostPayloadBytes = 1400;
/** PCMU for no sound at all. */
const silence = 0xff;
const pictureTrack = 0;
const soundTrack = 1;

/**
 * A clip as RTP: the packets of one picture and of the silence beside it, each behind the number
 * of its track. Timestamps count from the epoch, so they fit those of the sender reports.
 */
export class RtpForm implements ClipForm {
  readonly #clip: Clip;
  #frozen: ClipFrame | null = null;
  #thawing = false;

  constructor(clip: Clip) {
    this.#clip = clip;
  }

  /** While frozen the same key picture comes again and again; afterwards until the next one. */
  freeze(key: ClipFrame | null): void {
    if (key !== null) this.#frozen = key;
    this.#thawing = key === null;
  }

  greeting(): readonly Uint8Array[] {
    return [];
  }

  picture({ frame, number, epochMs }: TimedFrame): Uint8Array {
    if (this.#thawing && frame.key) {
      this.#frozen = null;
      this.#thawing = false;
    }
    return Buffer.concat([
      ...this.#picturePackets(this.#frozen ?? frame, epochMs),
      this.#soundPacket(number),
    ]);
  }

  #picturePackets(frame: ClipFrame, epochMs: number): Buffer[] {
    const { payloadType, clockRate } = mediaTracks[pictureTrack];
    const units = [...(frame.key ? this.#clip.parameterSets : []), ...nalUnits(frame)];
    const timestamp = (epochMs * clockRate) / 1000;
    return nalPayloads(units, mostPayloadBytes).map((payload, index, all) =>
      interleave(
        pictureTrack,
        rtpPacket({ payloadType, timestamp, marker: index === all.length - 1 }, payload),
      ),
    );
  }

  #soundPacket(number: number): Buffer {
    const { payloadType, clockRate } = mediaTracks[soundTrack];
    const sampleAt = (picture: number): number =>
      Math.floor((picture * clockRate) / this.#clip.framesPerSecond);
    const timestamp = sampleAt(number);
    const samples = Buffer.alloc(sampleAt(number + 1) - timestamp, silence);
    return interleave(soundTrack, rtpPacket({ payloadType, timestamp, marker: false }, samples));
  }
}
