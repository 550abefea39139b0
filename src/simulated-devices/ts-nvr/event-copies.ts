import type { IncomingMessage, ServerResponse } from 'node:http';
import { loadClip } from '../clip/clip-files.ts';
import { Mp4Film } from '../clip/mp4-film.ts';
import { sendRange } from '../http/send-range.ts';

interface Copy {
  readonly channel: number;
  readonly fromMs: number;
  readonly toMs: number;
}

const folder = '/event-storage/';
/** "Ready about two minutes after its end." */
const delayMs = 120_000;
const most = 200;
const size = [1280, 720] as const;

/** Copies of recordings that events had made; each is there a while after what it shows. */
export class EventCopies {
  readonly #copies = new Map<string, Copy>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  add(path: string, copy: Copy): void {
    this.#copies.set(path, copy);
    const [oldest] = this.#copies.keys();
    if (this.#copies.size > most && oldest !== undefined) this.#copies.delete(oldest);
  }

  handles({ pathname }: URL): boolean {
    return pathname.startsWith(folder);
  }

  handle({ pathname }: URL, request: IncomingMessage, response: ServerResponse): void {
    const copy = this.#copies.get(pathname);
    const isReady = copy !== undefined && copy.toMs + delayMs <= this.#now();
    const clip = isReady ? loadClip(`ch${copy.channel}main`) : null;
    if (copy === undefined || clip === null) {
      return void response.writeHead(404, { 'Content-Length': 0 }).end();
    }
    const { fromMs, toMs } = copy;
    sendRange(
      request,
      response,
      'video/mp4',
      new Mp4Film(clip, size, fromMs, (toMs - fromMs) / 1000),
    );
  }
}
