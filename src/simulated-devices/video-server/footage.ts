import { Mp4Film } from '../clip/mp4-film.ts';
import { bytesOf, type FileBytes } from '../http/send-range.ts';
import { dateClock } from '../scenery/clock-text.ts';
import { PictureMaker } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { type CapturedFile, captureFile, dayPlan, keptDays } from './captured-file.ts';
import { chooseClip } from './clip-choice.ts';
import { dayMs, wallClock } from './local-time.ts';

const mostRecorded = 100;
const mostKnownLengths = 1000;
const minuteMs = 60_000;
const recordedSeconds = 8;
const imageSize = [640, 360] as const;
const imageQuality = 80;

export interface FootageOptions {
  /** Their place in the list is their number on the server. */
  readonly cameras: readonly SiteCamera[];
  readonly zone: string;
  readonly now: () => number;
}

/** The files that a server has captured: a planned week, and what was triggered since it started. */
export class Footage {
  readonly #options: FootageOptions;
  readonly #recorded: CapturedFile[] = [];
  readonly #lengths = new Map<string, number>();
  /** One per camera: its still layers cost most of a picture. */
  readonly #makers = new Map<SiteCamera, PictureMaker>();

  constructor(options: FootageOptions) {
    this.#options = options;
  }

  /** All that lie on the disk now, the newest first. */
  files(): CapturedFile[] {
    const { cameras, zone, now } = this.#options;
    const nowMs = now();
    const today = Math.floor(wallClock(nowMs, zone).getTime() / dayMs) * dayMs;
    const planned = Array.from({ length: keptDays }, (_, back) => today - back * dayMs).flatMap(
      (day) => cameras.flatMap(({ name }, number) => dayPlan({ number, name }, day, zone)),
    );
    return [...planned, ...this.#recorded]
      .filter(({ startMs }) => startMs <= nowMs)
      .sort((one, other) => other.startMs - one.startMs);
  }

  /** A recording that a trigger starts now. */
  record(number: number): CapturedFile {
    const { cameras, zone, now } = this.#options;
    const name = cameras[number]?.name ?? '';
    const file = captureFile({ number, name }, 'motion', now(), recordedSeconds, zone);
    this.#recorded.push(file);
    if (this.#recorded.length > mostRecorded) this.#recorded.shift();
    return file;
  }

  find(cameraNum: number, folder: string, name: string): CapturedFile | null {
    const wanted = (file: CapturedFile): boolean =>
      file.cameraNum === cameraNum && file.folder === folder && file.name === name;
    return this.files().find(wanted) ?? null;
  }

  lengthOf(file: CapturedFile): number {
    const key = `${file.cameraNum}/${file.folder}/${file.name}`;
    const known = this.#lengths.get(key);
    if (known !== undefined) return known;
    const { length } = this.contentOf(file);
    if (this.#lengths.size >= mostKnownLengths) this.#lengths.clear();
    this.#lengths.set(key, length);
    return length;
  }

  /** A JPEG or MP4 of the moment that the file's name tells. */
  contentOf(file: CapturedFile): FileBytes {
    const camera = this.#options.cameras[file.cameraNum];
    if (camera === undefined) return bytesOf(Buffer.alloc(0));
    return file.kind === 'image' ? bytesOf(this.#draw(camera, file)) : movie(camera, file);
  }

  #draw(camera: SiteCamera, { startMs }: CapturedFile): Buffer {
    const wall = wallClock(startMs, this.#options.zone);
    const captions = {
      channel: `CAM ${camera.number}`,
      title: camera.name,
      clock: dateClock(wall.getTime(), 0),
    };
    const maker = this.#makers.get(camera) ?? new PictureMaker(camera, ...imageSize);
    this.#makers.set(camera, maker);
    return maker.draw(startMs % minuteMs, captions).encodeSync('jpeg', imageQuality);
  }
}

function movie(camera: SiteCamera, { startMs, seconds }: CapturedFile): FileBytes {
  const chosen = chooseClip(camera.number, 'h264');
  if (chosen === null) return bytesOf(Buffer.alloc(0));
  return new Mp4Film(chosen.clip, chosen.size, startMs, seconds);
}
