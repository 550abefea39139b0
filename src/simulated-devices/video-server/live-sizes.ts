import type { ServerResponse } from 'node:http';
import type { Fault } from '../device.ts';
import { LivePicture, type PictureSource } from '../live/live-picture.ts';
import { answeredByFault, cut, toldLength } from '../live/picture-faults.ts';
import { PictureSet } from '../live/picture-set.ts';
import { multipartType, sendPictureStream } from '../live/picture-stream.ts';
import { wholeNumber } from './camera-number.ts';

/** "Multipart JPEG": the boundary that the older document prints and newer servers still send. */
export const boundary = 'ssBoundary8345';

const sizeLimits = { least: 80, widest: 1920, highest: 1080 };
/** Sizes kept ready. */
const mostSizes = 4;

export interface LiveSizesOptions {
  readonly source: Omit<PictureSource, 'jpegQuality'>;
  readonly width: number;
  readonly height: number;
  readonly usualQuality: () => number;
}

/** The JPEG pictures of one camera at every size and quality that somebody asks for. */
export class LiveSizes {
  readonly #options: LiveSizesOptions;
  readonly #pictures = new PictureSet(mostSizes);

  constructor(options: LiveSizesOptions) {
    this.#options = options;
  }

  get watchers(): number {
    return this.#pictures.watchers;
  }

  setFault(fault: Fault): void {
    this.#pictures.setFault(fault);
  }

  sendImage(query: URLSearchParams, response: ServerResponse): void {
    if (
      this.#pictures.fault === 'stalled' ||
      answeredByFault(response, this.#pictures.fault, 'image/jpeg')
    )
      return;
    const jpeg = cut(this.#picture(query).current(), this.#pictures.fault);
    const length = toldLength(jpeg, this.#pictures.fault);
    response.writeHead(200, {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'no-cache',
      ...(length === null ? {} : { 'Content-Length': length }),
    });
    response.end(jpeg);
  }

  /** `rate` is the parameter that asks for pictures per second; ten are drawn at most. */
  sendStream(query: URLSearchParams, rate: 'fps' | 'req_fps', response: ServerResponse): void {
    if (answeredByFault(response, this.#pictures.fault, multipartType(boundary))) return;
    const wanted = Number(query.get(rate) ?? 0);
    sendPictureStream(response, this.#picture(query), {
      boundary,
      intervalMs: wanted > 0 && Number.isFinite(wanted) ? 1000 / wanted : 0,
      now: this.#options.source.now,
      fault: () => this.#pictures.fault,
    });
  }

  /** A missing side follows from the other, in the camera's own proportions. */
  #sizeOf(query: URLSearchParams): readonly [number, number] {
    const { width, height } = this.#options;
    const { least, widest, highest } = sizeLimits;
    const askedWidth = wholeNumber(query.get('width'), least, widest, 0);
    const askedHeight = wholeNumber(query.get('height'), least, highest, 0);
    if (askedWidth === 0 && askedHeight === 0) return [width, height];
    if (askedWidth === 0) return [Math.round((askedHeight * width) / height), askedHeight];
    if (askedHeight === 0) return [askedWidth, Math.round((askedWidth * height) / width)];
    return [askedWidth, askedHeight];
  }

  #picture(query: URLSearchParams): LivePicture {
    const [width, height] = this.#sizeOf(query);
    const quality = wholeNumber(query.get('quality'), 1, 100, this.#options.usualQuality());
    const key = `${width}x${height}q${quality}`;
    const source = { ...this.#options.source, jpegQuality: quality };
    return this.#pictures.picture(key, () => new LivePicture(source, width, height));
  }
}
