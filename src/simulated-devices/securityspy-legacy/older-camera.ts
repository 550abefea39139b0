import { zoneOffsetMinutes } from '../../domain/zone-time.ts';
import { ClipBroadcast } from '../clip/clip-broadcast.ts';
import { loadMpeg4Clip } from '../clip/clip-files.ts';
import type { Fault } from '../device.ts';
import { viewOf } from '../motors/view.ts';
import { plainSensor } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { boundary, LiveSizes } from '../video-server/live-sizes.ts';
import { PtzHead } from '../video-server/ptz-head.ts';

export interface OlderCameraOptions {
  /** On the server, from 0. */
  readonly number: number;
  readonly site: SiteCamera;
  readonly zone: string;
  readonly now: () => number;
  readonly ptzFeatures: number;
}

const nativeSize = { width: 640, height: 480 } as const;
const usualQuality = 60;

/** A part as the document prints it: its length, and no type ("Multipart MPEG-4"). */
function mpeg4Part(body: Uint8Array): Uint8Array {
  const head = `--${boundary}\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n')]);
}

/** One camera of the older server: its pictures, its motors, and the one mode it has. */
export class OlderCamera {
  readonly number: number;
  readonly site: SiteCamera;
  readonly ptz: PtzHead;
  readonly pictures: LiveSizes;
  /** Null where the repository carries no MPEG-4 clip of it. */
  readonly mpeg4: ClipBroadcast | null;
  active = false;
  #fault: Fault = 'none';

  constructor({ number, site, zone, now, ptzFeatures }: OlderCameraOptions) {
    this.number = number;
    this.site = site;
    this.ptz = new PtzHead(ptzFeatures, now);
    this.pictures = new LiveSizes({
      ...nativeSize,
      usualQuality: () => usualQuality,
      source: {
        camera: site,
        now,
        sensor: () => plainSensor,
        view: () => viewOf(this.ptz.motors.position),
        zoneOffsetMs: () => zoneOffsetMinutes(now(), zone) * 60_000,
        title: () => site.name,
      },
    });
    const clip = loadMpeg4Clip(`cam${site.number}`);
    const form = {
      greeting: () => [],
      picture: ({ frame }: { frame: { body: Uint8Array } }) => mpeg4Part(frame.body),
    };
    this.mpeg4 = clip === null ? null : new ClipBroadcast(clip, form, now);
  }

  get fault(): Fault {
    return this.#fault;
  }

  get online(): boolean {
    return this.#fault !== 'offline';
  }

  setFault(fault: Fault): void {
    this.#fault = fault;
    this.pictures.setFault(fault);
    this.mpeg4?.hold(fault === 'frozen' || fault === 'stalled');
    if (fault === 'offline') this.mpeg4?.cutAllOff();
  }
}
