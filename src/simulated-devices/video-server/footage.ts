import { FilmShelf } from '../clip/film-shelf.ts';
import { Mp4Film } from '../clip/mp4-film.ts';
import type { DeviceRecordings } from '../device-recordings.ts';
import { bytesOf, type FileBytes } from '../http/send-range.ts';
import { dateClock } from '../scenery/clock-text.ts';
import { PictureMaker } from '../scenery/picture.ts';
import type { SiteCamera } from '../scenery/scene.ts';
import { type CapturedFile, captureFile, dayPlan, endOf } from './captured-file.ts';
import { chooseClip } from './clip-choice.ts';
import { dayMs, wallClock } from './local-time.ts';

const mostRecorded = 100;
const mostKnownLengths = 1000;
const minuteMs = 60_000;
const recordedSeconds = 8;
/** How long stills are kept: each is drawn before it can be listed. */
const stillDays = 7;
const imageSize = [640, 360] as const;
const imageQuality = 80;

export interface FootageOptions {
  /** Their place in the list is their number on the server. */
  readonly cameras: readonly SiteCamera[];
  readonly zone: string;
  readonly now: () => number;
  /** The day that is going on among them. */
  readonly keptDays: number;
  /** Numbers of the cameras that capture around the clock; the others begin each day with a minute. */
  readonly always?: ReadonlySet<number> | undefined;
}

/** The files that a server has captured: a planned week, and what was triggered since it started. */
export class Footage {
  readonly #options: FootageOptions;
  readonly #recorded: CapturedFile[] = [];
  readonly #lengths = new Map<string, number>();
  readonly #films = new FilmShelf();
  #planned: { readonly today: number; readonly files: readonly CapturedFile[] } | undefined;
  /** One per camera: its still layers cost most of a picture. */
  readonly #makers = new Map<SiteCamera, PictureMaker>();

  constructor(options: FootageOptions) {
    this.#options = options;
  }

  /** All that lie on the disk now and are closed, the newest first. */
  files(): CapturedFile[] {
    const { zone, now } = this.#options;
    const nowMs = now();
    const today = Math.floor(wallClock(nowMs, zone).getTime() / dayMs) * dayMs;
    const files = [...this.#plan(today), ...this.#recorded].filter((file) => endOf(file) <= nowMs);
    return this.#recorded.length === 0 ? files : files.sort(newestFirst);
  }

  /** Made once a day: names and zones of thousands of files cost more than all else. */
  #plan(today: number): readonly CapturedFile[] {
    if (this.#planned?.today === today) return this.#planned.files;
    const { cameras, zone, keptDays, always } = this.#options;
    const files = Array.from({ length: keptDays }, (_, back) => today - back * dayMs)
      .flatMap((day) =>
        cameras.flatMap(({ name }, number) =>
          dayPlan({ number, name }, day, zone, always?.has(number) === true).filter(
            ({ kind }) => kind !== 'image' || day > today - stillDays * dayMs,
          ),
        ),
      )
      .sort(newestFirst);
    this.#planned = { today, files };
    return files;
  }

  get recordings(): DeviceRecordings {
    return {
      pieces: (camera, fromMs, toMs) =>
        this.files()
          .filter(({ cameraNum }) => cameraNum === camera)
          .map((file) => ({ fromMs: file.startMs, toMs: endOf(file), kind: file.kind }))
          .filter((piece) => piece.fromMs < toMs && piece.toMs >= fromMs)
          .reverse(),
      setClockAhead: () => false,
    };
  }

  /** A recording that a trigger starts now; it is listed once it is closed. */
  record(number: number): CapturedFile {
    const { cameras, zone, now } = this.#options;
    const name = cameras[number]?.name ?? '';
    // Names tell seconds.
    const beganMs = Math.floor(now() / 1000) * 1000;
    const file = captureFile({ number, name }, 'motion', beganMs, recordedSeconds, zone);
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
    if (file.kind !== 'image') return this.#film(file)?.length ?? 0;
    const key = keyOf(file);
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
    if (file.kind === 'image') return bytesOf(this.#draw(camera, file));
    const film = this.#film(file);
    return film === null ? bytesOf(Buffer.alloc(0)) : this.#films.film(keyOf(file), () => film);
  }

  #film({ cameraNum, startMs, seconds }: CapturedFile): Mp4Film | null {
    const camera = this.#options.cameras[cameraNum];
    const chosen = camera === undefined ? null : chooseClip(camera.number, 'h264');
    return chosen === null ? null : new Mp4Film(chosen.clip, chosen.size, startMs, seconds);
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

function keyOf({ cameraNum, folder, name }: CapturedFile): string {
  return `${cameraNum}/${folder}/${name}`;
}

function newestFirst(one: CapturedFile, other: CapturedFile): number {
  return other.startMs - one.startMs;
}
