import type { z } from 'zod/mini';
import type {
  CameraSpans,
  RecordedDays,
  RecordedFileReply,
  recordedFileQuerySchema,
} from '../../api/recordings.ts';
import type { TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import type { RecordedSpans } from '../../protocols/protocol.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import { RequestFault } from '../request-fault.ts';
import type { FileSeal } from './file-seal.ts';
import { KeptFiles } from './kept-files.ts';
import { ListedSpans } from './listed-spans.ts';
import { recordedDaysOf } from './recorded-days.ts';
import { fileView, findFile } from './recorded-files.ts';
import { openPiece, type RecordedPiece } from './recorded-piece.ts';
import {
  byDevice,
  type Recorder,
  recorderOf,
  toDeviceMs,
  toDeviceRange,
  toOurMs,
} from './recorder.ts';
import { presentKeptMs } from './span-cache.ts';

const minuteMs = 60_000;
/** Films are cut by the hour, and the clock of a disk may be a little late. */
const longestFilmMs = 61 * minuteMs;

export interface RecordingsDependencies {
  readonly seal: FileSeal;
  readonly siteZone: string;
  readonly now: () => number;
}

/** What the devices have recorded, by our clock and under our names. */
export class Recordings {
  readonly #with: RecordingsDependencies;
  readonly #listed = new ListedSpans();
  readonly #kept = new KeptFiles();

  constructor(dependencies: RecordingsDependencies) {
    this.#with = dependencies;
  }

  /** Of every camera, also where that of others fails. */
  async spans(cameras: readonly FoundCamera[], range: TimeRange): Promise<CameraSpans[]> {
    const groups = byDevice(cameras).map((group) => this.#spansOfDevice(group.cameras, range));
    return (await Promise.all(groups)).flat();
  }

  async days(cameras: readonly FoundCamera[], range: TimeRange): Promise<RecordedDays> {
    const { siteZone } = this.#with;
    const devices = byDevice(cameras).map((group) =>
      recordedDaysOf(group, range, { siteZone, spans: this.#listed, now: this.#with.now }),
    );
    return { devices: await Promise.all(devices) };
  }

  async file(
    found: FoundCamera,
    { at, otherwise }: z.infer<typeof recordedFileQuerySchema>,
  ): Promise<RecordedFileReply> {
    try {
      const recorder = this.#recorder(found);
      const file = await findFile(recorder, found.camera.row.channel, at, otherwise);
      const view = file && fileView(found, recorder, file, this.#with.seal);
      return { file: view, offered: true };
    } catch (failure) {
      if (deviceErrorOf(failure).reason !== 'not-supported') throw failure;
      return { file: null, offered: false };
    }
  }

  /** @throws RequestFault `not-found` for a file that is not of this camera */
  async piece(
    found: FoundCamera,
    name: string,
    asked: { readonly first: number; readonly last: number },
    signal: AbortSignal,
  ): Promise<RecordedPiece & { readonly type: string; readonly fromMs: number }> {
    const file = this.#with.seal.open(found, name);
    if (file === null) throw new RequestFault('not-found');
    const recorder = this.#recorder(found);
    const piece = await openPiece(recorder, file, asked, { signal, kept: this.#kept });
    return { ...piece, type: file.type, fromMs: toOurMs(recorder, file.range.fromMs) };
  }

  /** Another address, other channels or none: what was listed no longer counts. */
  deviceChanged(deviceId: string): void {
    this.#listed.forget(deviceId);
  }

  stop(): void {
    this.#kept.stop();
  }

  #recorder(found: FoundCamera): Recorder {
    return recorderOf(found, this.#with.siteZone);
  }

  async #spansOfDevice(cameras: readonly FoundCamera[], range: TimeRange): Promise<CameraSpans[]> {
    const [first] = cameras;
    if (!first) return [];
    const told = first.device.status.identity?.zone;
    try {
      const recorder = this.#recorder(first);
      const askedAtMs = this.#with.now();
      const found = await this.#listed.list(
        recorder,
        cameras.map(({ camera }) => camera.row.channel),
        toDeviceRange(recorder, range),
        toDeviceMs(recorder, askedAtMs),
      );
      return cameras.map(({ camera }) => ({
        cameraId: camera.row.id,
        zone: recorder.zoneName,
        clockOffsetMs: recorder.clockOffsetMs,
        found: this.#listedView(recorder, found.get(camera.row.channel), range, askedAtMs),
      }));
    } catch (failure) {
      const error = deviceErrorOf(failure);
      const isOffered = error.reason !== 'not-supported';
      return cameras.map(({ camera }) => ({
        cameraId: camera.row.id,
        zone: zoneText(told) ?? this.#with.siteZone,
        clockOffsetMs: first.device.status.clockSkewMs ?? null,
        found: isOffered
          ? { state: 'failed', problem: deviceProblem(error) }
          : { state: 'not-offered' },
      }));
    }
  }

  #listedView(
    recorder: Recorder,
    { precision, spans }: RecordedSpans = { precision: 'exact', spans: [] },
    range: TimeRange,
    askedAtMs: number,
  ): CameraSpans['found'] {
    const nowMs = toDeviceMs(recorder, askedAtMs);
    const told = precision === 'minute' ? minutesToldTo(nowMs) : filesToldTo(spans, nowMs);
    return {
      state: 'listed',
      precision,
      spans: spans.map(({ fromMs, toMs, kind }) => [
        toOurMs(recorder, fromMs),
        toOurMs(recorder, toMs),
        kind,
      ]),
      knownToMs: Math.min(range.toMs, toOurMs(recorder, told)),
    };
  }
}

/**
 * What a device tells by the minute it can tell when the minute is over. It may have told as long ago
 * as that is remembered.
 */
function minutesToldTo(nowMs: number): number {
  return Math.floor((nowMs - presentKeptMs) / minuteMs) * minuteMs;
}

/** A device lists a film when it is closed: behind the last one another may be under way. */
function filesToldTo(spans: RecordedSpans['spans'], nowMs: number): number {
  let toldMs = nowMs - longestFilmMs;
  for (const { kind, toMs } of spans) if (kind === 'continuous') toldMs = Math.max(toldMs, toMs);
  return Math.min(nowMs - minuteMs, toldMs);
}
