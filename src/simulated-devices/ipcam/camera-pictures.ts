import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import { LivePicture } from '../live/live-picture.ts';
import { answeredByFault, cut, toldLength } from '../live/picture-faults.ts';
import { PictureSet } from '../live/picture-set.ts';
import { multipartType, sendPictureStream } from '../live/picture-stream.ts';
import { exposed } from '../motors/exposure.ts';
import type { MotorHead } from '../motors/motor-head.ts';
import { viewOf } from '../motors/view.ts';
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
  readonly head: MotorHead;
  readonly zoneOffsetMs: () => number;
  readonly title: () => string;
}

/** Snapshots and streams of one camera; every size is drawn once for all who watch it. */
export class CameraPictures {
  readonly #options: CameraPicturesOptions;
  readonly #pictures = new PictureSet();

  constructor(options: CameraPicturesOptions) {
    this.#options = options;
  }

  get watchers(): number {
    return this.#pictures.watchers;
  }

  setFault(fault: Fault): void {
    this.#pictures.setFault(fault);
  }

  sendSnapshot(query: URLSearchParams, response: ServerResponse): void {
    if (
      this.#pictures.fault === 'stalled' ||
      answeredByFault(response, this.#pictures.fault, 'image/jpeg')
    )
      return;
    const { id, now, settings, zoneOffsetMs } = this.#options;
    const jpeg = cut(this.#picture(settings.resolution).current(), this.#pictures.fault);
    const stamp = dateClock(now(), zoneOffsetMs()).slice(0, 19).replaceAll(/\D/g, '');
    const named = /^[\w.-]+$/.exec(query.get('next_url') ?? '')?.[0];
    const length = toldLength(jpeg, this.#pictures.fault);
    response.writeHead(200, {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'no-cache',
      'Content-Disposition': `filename="${named ?? `snapshot_${id}_${stamp}`}.jpg"`,
      ...(length === null ? {} : { 'Content-Length': length }),
    });
    response.end(jpeg);
  }

  sendStream(query: URLSearchParams, response: ServerResponse): void {
    if (answeredByFault(response, this.#pictures.fault, multipartType(boundary))) return;
    const asked = Number(query.get('resolution') ?? this.#options.settings.resolution);
    if (sizes[asked] === undefined) return void sendPlain(response, illegalParams);
    const rate = Number(query.get('rate') ?? 0) || 0;
    sendPictureStream(response, this.#picture(asked), {
      boundary,
      intervalMs: intervalOfRate(rate),
      now: this.#options.now,
      fault: () => this.#pictures.fault,
    });
  }

  #picture(resolution: number): LivePicture {
    const [width, height] = sizes[resolution] ?? [640, 480];
    const { camera, now, settings, head, zoneOffsetMs, title } = this.#options;
    const source = {
      camera,
      now,
      sensor: () => exposed(settings.sensor, head.position.iris),
      view: () => viewOf(head.position),
      zoneOffsetMs,
      title,
    };
    const make = () => new LivePicture(source, width, height);
    return this.#pictures.picture(String(resolution), make);
  }
}
