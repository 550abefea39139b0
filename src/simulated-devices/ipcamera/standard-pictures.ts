import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import { LivePicture, type PictureSource } from '../live/live-picture.ts';
import { answeredByFault, cut, toldLength } from '../live/picture-faults.ts';
import { PictureSet } from '../live/picture-set.ts';
import { multipartType, sendPictureStream } from '../live/picture-stream.ts';
import type { Sensor } from '../scenery/picture.ts';
import type { ParameterTree } from './parameter-tree.ts';
import { pictureSizes } from './picture-sizes.ts';
import { bare, sendRaw } from './raw-reply.ts';

const boundary = 'ipcamera';
const midBrightness = 50;
const drawnPerSecond = 10;

/** The picture as the parameters have it: brightness and contrast are 0 to 100 there. */
export function sensorOf(tree: ParameterTree): Sensor {
  const sensor = (name: string): number =>
    Number(tree.get(`ImageSource.I0.Sensor.${name}`) || midBrightness);
  return {
    brightness: Math.min(255, Math.round(sensor('Brightness') * 2.56)),
    contrast: Math.min(6, Math.round((sensor('Contrast') * 8) / 100)),
    flipped: tree.get('Image.I0.Appearance.FlipEnabled') === 'yes',
    mirrored: tree.get('Image.I0.Appearance.MirrorEnabled') === 'yes',
  };
}

export interface StandardPicturesOptions {
  readonly tree: ParameterTree;
  readonly source: PictureSource;
}

/** JPEG pictures of the unit: `image.cgi` and the stream on the port of its own. */
export class StandardPictures {
  readonly #options: StandardPicturesOptions;
  readonly #pictures = new PictureSet();

  constructor(options: StandardPicturesOptions) {
    this.#options = options;
  }

  get watchers(): number {
    return this.#pictures.watchers;
  }

  setFault(fault: Fault): void {
    this.#pictures.setFault(fault);
  }

  /** `jpg/image.cgi` (5.2.1): a line end follows the picture, beyond the length. */
  sendSnapshot(response: ServerResponse): void {
    if (
      this.#pictures.fault === 'stalled' ||
      answeredByFault(response, this.#pictures.fault, 'image/jpeg')
    )
      return;
    const picture = this.#picture();
    if (picture === null) return void sendRaw(response, bare(503));
    const jpeg = cut(picture.current(), this.#pictures.fault);
    const length = toldLength(jpeg, this.#pictures.fault);
    return void sendRaw(response, {
      status: 200,
      headers: [
        ['Content-Type', 'image/jpeg'],
        ...(length === null ? [] : [['Content-Length', String(length)] as const]),
      ],
      lineEnd: '\r\n',
      body: Buffer.concat([jpeg, Buffer.from('\r\n')]),
    });
  }

  /** The stream of 5.5.2, whose form the document leaves open. */
  sendStream(response: ServerResponse): void {
    if (answeredByFault(response, this.#pictures.fault, multipartType(boundary))) return;
    const picture = this.#picture();
    if (picture === null) return void response.writeHead(503, { 'Content-Length': 0 }).end();
    const rate = Number(this.#options.tree.get('Framerate.MJPEG')) || drawnPerSecond;
    sendPictureStream(response, picture, {
      boundary,
      intervalMs: rate < drawnPerSecond ? 1000 / rate : 0,
      now: this.#options.source.now,
      fault: () => this.#pictures.fault,
    });
  }

  /** At the size of the first stream, null where that is disabled. */
  #picture(): LivePicture | null {
    const resolution = this.#options.tree.get('Image.I0.Appearance.Resolution');
    const name = resolution.split(',')[0] ?? '';
    const size = pictureSizes[name];
    if (size === undefined) return null;
    return this.#pictures.picture(name, () => new LivePicture(this.#options.source, ...size));
  }
}
