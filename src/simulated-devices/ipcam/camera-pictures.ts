import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import { LivePicture } from '../live/live-picture.ts';
import { answeredByFault, cut, toldLength } from '../live/picture-faults.ts';
import { multipartType, sendPictureStream } from '../live/picture-stream.ts';
import { dateClock } from '../scenery/clock-text.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { illegalParams, sendPlain } from './plain-reply.ts';
import { type SensorSettings, sizes } from './sensor-settings.ts';
import { intervalOfRate } from './stream-rate.ts';

const boundary = 'ipcamera';

export interface CameraPicturesOptions {
  readonly id: string;
  readonly camera: SiteCamera;
  readonly now: () => number;
  readonly settings: SensorSettings;
  readonly zoneOffsetMs: () => number;
  readonly title: () => string;
}

/** Snapshots and streams of one camera; every size is drawn once for all who watch it. */
export class CameraPictures {
  readonly #options: CameraPicturesOptions;
  readonly #pictures = new Map<number, LivePicture>();
  #fault: Fault = 'none';

  constructor(options: CameraPicturesOptions) {
    this.#options = options;
  }

  get watchers(): number {
    return [...this.#pictures.values()].reduce((sum, picture) => sum + picture.watchers, 0);
  }

  setFault(fault: Fault): void {
    this.#fault = fault;
    for (const picture of this.#pictures.values()) picture.freeze(fault === 'frozen');
  }

  sendSnapshot(query: URLSearchParams, response: ServerResponse): void {
    if (this.#fault === 'stalled' || answeredByFault(response, this.#fault, 'image/jpeg')) return;
    const { id, now, settings, zoneOffsetMs } = this.#options;
    const jpeg = cut(this.#picture(settings.resolution).current(), this.#fault);
    const stamp = dateClock(now(), zoneOffsetMs()).slice(0, 19).replaceAll(/\D/g, '');
    const named = /^[\w.-]+$/.exec(query.get('next_url') ?? '')?.[0];
    const length = toldLength(jpeg, this.#fault);
    response.writeHead(200, {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'no-cache',
      'Content-Disposition': `filename="${named ?? `snapshot_${id}_${stamp}`}.jpg"`,
      ...(length === null ? {} : { 'Content-Length': length }),
    });
    response.end(jpeg);
  }

  sendStream(query: URLSearchParams, response: ServerResponse): void {
    if (answeredByFault(response, this.#fault, multipartType(boundary))) return;
    const asked = Number(query.get('resolution') ?? this.#options.settings.resolution);
    if (sizes[asked] === undefined) return void sendPlain(response, illegalParams);
    const rate = Number(query.get('rate') ?? 0) || 0;
    sendPictureStream(response, this.#picture(asked), {
      boundary,
      intervalMs: intervalOfRate(rate),
      now: this.#options.now,
      fault: () => this.#fault,
    });
  }

  #picture(resolution: number): LivePicture {
    const known = this.#pictures.get(resolution);
    if (known !== undefined) return known;
    const [width, height] = sizes[resolution] ?? [640, 480];
    const { camera, now, settings, zoneOffsetMs, title } = this.#options;
    const picture = new LivePicture(
      { camera, now, sensor: () => settings.sensor, zoneOffsetMs, title },
      width,
      height,
    );
    picture.freeze(this.#fault === 'frozen');
    this.#pictures.set(resolution, picture);
    return picture;
  }
}
