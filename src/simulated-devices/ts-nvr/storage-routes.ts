import type { IncomingMessage, ServerResponse } from 'node:http';
import { loadClip } from '../clip/clip-files.ts';
import { FilmShelf } from '../clip/film-shelf.ts';
import { Mp4Film } from '../clip/mp4-film.ts';
import { sendRange } from '../http/send-range.ts';
import { pathOfVideo } from './recorded-video-answers.ts';
import type { RecorderDisk } from './recorder-disk.ts';
import type { RecordedVideo } from './recording-plan.ts';

const videoPath = /^\/storage\/e\/(?:\d+\/){4}(\d+)\.mp4$/;
const size = [1280, 720] as const;

/** The files of the recorder below `/storage`: what its cameras showed at that time. */
export class StorageRoutes {
  readonly #disk: RecorderDisk;
  readonly #aheadMs: () => number;
  readonly #films = new FilmShelf();

  /** @param aheadMs by how much the clock that named the files is ahead of the site's */
  constructor(disk: RecorderDisk, aheadMs: () => number) {
    this.#disk = disk;
    this.#aheadMs = aheadMs;
  }

  handles({ pathname }: URL): boolean {
    return videoPath.test(pathname);
  }

  handle({ pathname }: URL, request: IncomingMessage, response: ServerResponse): void {
    const video = this.#disk.video(Number(videoPath.exec(pathname)?.[1]));
    const film = video !== null && pathOfVideo(video.id) === pathname ? this.#filmOf(video) : null;
    if (film === null) return void response.writeHead(404, { 'Content-Length': 0 }).end();
    sendRange(request, response, 'video/mp4', film);
  }

  #filmOf({ id, channel, startMs, endMs }: RecordedVideo): Mp4Film | null {
    const aheadMs = this.#aheadMs();
    const clip = loadClip(`ch${channel}main`);
    if (clip === null) return null;
    return this.#films.film(
      `${id} ${aheadMs}`,
      () => new Mp4Film(clip, size, startMs - aheadMs, (endMs - startMs) / 1000),
    );
  }
}
