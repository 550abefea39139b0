import type { ServerResponse } from 'node:http';
import { minuteClock } from '../scenery/clock-text.ts';
import { PictureMaker } from '../scenery/picture.ts';
import type { Channel } from './channel.ts';
import { flag } from './json-reply.ts';
import { playerScript, playerStyle, watchPage } from './watch-page.ts';

const minuteMs = 60_000;
const jpegQuality = 72;
const frameWidth = 640;
const frameHeight = 360;
/** Requests that come closer together than this share a drawing. */
const shareMs = 100;

interface Drawn {
  readonly maker: PictureMaker;
  atMs: number;
  jpeg: Buffer;
}

function send(
  response: ServerResponse,
  type: string,
  body: string | Buffer,
  cookie: string | null,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(200, {
    'Content-Type': type,
    'Content-Length': bytes.length,
    'Cache-Control': 'no-cache',
    'X-Frame-Options': 'SAMEORIGIN',
    ...(cookie === null ? {} : { 'Set-Cookie': cookie }),
  });
  response.end(bytes);
}

/** `/watch` and what its page asks for. */
export class WatchRoutes {
  readonly #channels: readonly Channel[];
  readonly #timeZone: string;
  readonly #drawn = new Map<number, Drawn>();

  constructor(channels: readonly Channel[], timeZone: string) {
    this.#channels = channels;
    this.#timeZone = timeZone;
  }

  /** `cookie` opens a session for the page's own requests, where its address carried the login. */
  handle(url: URL, response: ServerResponse, cookie: string | null): void {
    if (url.pathname === '/watch/player.js')
      return void send(response, 'text/javascript', playerScript, null);
    if (url.pathname === '/watch/player.css')
      return void send(response, 'text/css', playerStyle, null);
    const channel = this.#channels.find(({ id }) => id === Number(url.searchParams.get('ch') ?? 1));
    if (channel === undefined) return void response.writeHead(404).end();
    if (url.pathname === '/watch/frame') return void this.#sendFrame(channel, response);
    if (url.pathname !== '/watch') return void response.writeHead(404).end();
    const shows = (name: string): boolean =>
      !url.searchParams.has(name) || flag(url.searchParams, name);
    const page = watchPage({
      channel: channel.id,
      title: channel.displayName,
      showTitle: shows('showTitle'),
      showPlayTime: shows('showPlayTime'),
      language:
        /^[a-z]{2}([-_][A-Z]{2})?$/
          .exec(url.searchParams.get('lang') ?? '')?.[0]
          .replace('_', '-') ?? 'en-US',
      timeZone: this.#timeZone,
    });
    return void send(response, 'text/html; charset=utf-8', page, cookie);
  }

  #sendFrame(channel: Channel, response: ServerResponse): void {
    if (!channel.online) return void response.writeHead(404).end();
    if (channel.stalled) return;
    send(response, 'image/jpeg', this.#draw(channel), null);
  }

  #draw(channel: Channel): Buffer {
    const atMs = channel.pictureMs;
    const known = this.#drawn.get(channel.id);
    if (known !== undefined && Math.abs(atMs - known.atMs) < shareMs) return known.jpeg;
    const maker = known?.maker ?? new PictureMaker(channel.camera, frameWidth, frameHeight);
    const millisecondOfMinute = atMs % minuteMs;
    const captions = {
      channel: `CH${channel.id}`,
      title: channel.camera.name,
      clock: minuteClock(millisecondOfMinute),
    };
    const jpeg = maker
      .draw(millisecondOfMinute, captions, channel.sensor, channel.view)
      .encodeSync('jpeg', jpegQuality);
    this.#drawn.set(channel.id, { maker, atMs, jpeg });
    return jpeg;
  }
}
