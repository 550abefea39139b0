import type { ServerResponse } from 'node:http';
import { createCanvas } from '@napi-rs/canvas';
import { letter, letteringWidth } from '../scenery/lettering.ts';
import { movingBox, type SceneBox } from '../scenery/moving-box.ts';
import { PictureMaker } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';

const folder = '/storage/e/';
const mostImages = 1000;
const minuteMs = 60_000;
const jpegQuality = 82;
const source = { width: 1280, height: 720 } as const;
const plate = { width: 374, height: 102 } as const;

/** The pictures of plates and objects below `/storage/e/`: drawn when they are asked for. */
export class EventImages {
  readonly #drawings = new Map<string, () => Buffer>();
  #count = 0;

  handles({ pathname }: URL): boolean {
    return pathname.startsWith(folder);
  }

  handle({ pathname }: URL, response: ServerResponse): void {
    const jpeg = this.#drawings.get(pathname)?.();
    if (jpeg === undefined) return void response.writeHead(404, { 'Content-Length': 0 }).end();
    response.writeHead(200, { 'Content-Type': 'image/jpeg', 'Content-Length': jpeg.length });
    response.end(jpeg);
  }

  /** @returns the path of a crop of the plate, named as the samples are */
  addPlate(text: string, atMs: number): string {
    this.#count += 1;
    const path = `${folder}0/0/0/39/39612.${161_192 + this.#count}.${atMs}000.plate.jpg`;
    return this.#keep(path, () => drawPlate(text));
  }

  /** @returns the path of a crop of what moved before the camera at that instant */
  addObject(camera: SiteCamera, atMs: number): string {
    this.#count += 1;
    const number = 4_411_971 + this.#count;
    const path = `${folder}0/0/7/7673/object/7673854/7673854.${number}.${atMs}000.object._c${camera.number}.jpg`;
    return this.#keep(path, () => drawObject(camera, atMs));
  }

  #keep(path: string, draw: () => Buffer): string {
    this.#drawings.set(path, draw);
    const [oldest] = this.#drawings.keys();
    if (this.#drawings.size > mostImages && oldest !== undefined) this.#drawings.delete(oldest);
    return path;
  }
}

function drawPlate(text: string): Buffer {
  const { width, height } = plate;
  const canvas = createCanvas(width, height);
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#2b3138';
  brush.fillRect(0, 0, width, height);
  brush.fillStyle = '#e9ecea';
  brush.fillRect(14, 12, width - 28, height - 24);
  const look = { capitalHeight: 46, colour: '#15181c', weight: 1.1 };
  const left = (width - letteringWidth(text, look.capitalHeight)) / 2;
  letter(brush, text, left, (height - look.capitalHeight) / 2, look);
  return canvas.toBuffer('image/jpeg', jpegQuality);
}

function drawObject(camera: SiteCamera, atMs: number): Buffer {
  const picture = new PictureMaker(camera, source.width, source.height).draw(atMs % minuteMs, {
    ...{ channel: '', title: '', clock: '' },
  });
  const { x, y, width, height } = widened(movingBox(camera, atMs));
  const crop = createCanvas(Math.round(width * source.width), Math.round(height * source.height));
  crop
    .getContext('2d')
    .drawImage(picture, -Math.round(x * source.width), -Math.round(y * source.height));
  return crop.toBuffer('image/jpeg', jpegQuality);
}

/** With some of what is around it, as crops of recorders are. */
function widened({ x, y, width, height }: SceneBox): SceneBox {
  const margin = 0.03;
  const left = Math.max(0, x - margin);
  const top = Math.max(0, y - margin);
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width + margin) - left,
    height: Math.min(1, y + height + margin) - top,
  };
}
