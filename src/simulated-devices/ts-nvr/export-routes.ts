import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { sendRange } from '../http/send-range.ts';
import { disturbed, type ExportPiece } from './export-files.ts';
import { type ExportHabits, readHabits, usualHabits } from './export-habits.ts';
import { readFormat } from './export-subtitles.ts';
import { ExportTask, type TaskOrder } from './export-task.ts';
import { channelNumbers } from './json-reply.ts';
import type { Recorder } from './recorded-time-answers.ts';
import { readInstant, zonedIso } from './zone-time.ts';

const downloadPath = /^\/download\/([\w-]+)\/([\w.-]+)$/;
const units: Readonly<Record<string, number>> = {
  B: 1,
  KB: 1024,
  MB: 1024 ** 2,
  GB: 1024 ** 3,
};
/** What a second of its recordings comes to, for cutting them into parts. */
const bytesPerSecond = 40_000;
const types: Readonly<Record<string, string>> = { mp4: 'video/mp4', vtt: 'text/vtt' };

/** "Exporting recorded video": tasks over sockets, and the files that they have written. */
export class ExportRoutes {
  readonly #recorder: Recorder;
  readonly #aheadMs: () => number;
  readonly #tasks = new Map<string, ExportTask>();
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 4096 });
  #habits: ExportHabits = usualHabits;

  constructor(recorder: Recorder, aheadMs: () => number) {
    this.#recorder = recorder;
    this.#aheadMs = aheadMs;
  }

  /** Orders what is to become of exports from now on. */
  disturb(fields: Readonly<Record<string, unknown>>): boolean {
    const habits = readHabits(fields);
    if (habits !== null) this.#habits = habits;
    return habits !== null;
  }

  isSocket({ pathname }: URL): boolean {
    return pathname === '/wsapi/dataExport';
  }

  upgrade(url: URL, request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => webSocket.terminate());
      this.#begin(webSocket, url.searchParams, request.headers.host ?? '');
    });
  }

  handles({ pathname }: URL): boolean {
    return downloadPath.test(pathname);
  }

  handle({ pathname }: URL, request: IncomingMessage, response: ServerResponse): void {
    const [, task = '', name = ''] = downloadPath.exec(pathname) ?? [];
    const file = this.#tasks.get(task)?.files.find((one) => one.name === name);
    if (file === undefined) return void response.writeHead(404, { 'Content-Length': 0 }).end();
    const content = disturbed(file.content, this.#habits);
    // It breaks off once.
    this.#habits = { ...this.#habits, cutAfterBytes: null };
    const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
    sendRange(request, response, type, content);
  }

  stop(): void {
    for (const client of this.#sockets.clients) client.terminate();
  }

  #begin(webSocket: WebSocket, query: URLSearchParams, host: string): void {
    const { code } = this.#habits;
    if (code !== null && code > -1000) return void refuse(webSocket, code);
    const order = this.#read(query, host);
    if (order === null) return void refuse(webSocket, -2);
    if (order.pieces.length === 0) return void refuse(webSocket, -1);
    const { timeZone } = this.#recorder;
    const clock = {
      timeZone,
      aheadMs: this.#aheadMs(),
      localIso: (ms: number) => zonedIso(timeZone, ms),
    };
    const task = new ExportTask(webSocket, order, clock, () => this.#habits);
    this.#tasks.set(task.id, task);
    webSocket.on('close', () => this.#tasks.delete(task.id));
    void task.run();
  }

  #read(query: URLSearchParams, host: string): TaskOrder | null {
    const { channels: all, timeZone } = this.#recorder;
    const fromMs = readInstant(timeZone, (query.get('timeBegin') ?? '').trim());
    const toMs = readInstant(timeZone, (query.get('timeEnd') ?? '').trim());
    const format = readFormat(query.get('subtitleFormat'));
    const mediaSize = readSize(query.get('mediaSize'));
    if (fromMs === null || toMs === null || fromMs >= toMs) return null;
    if (format === 'unknown' || mediaSize === 'unknown') return null;
    const asked = channelNumbers(query) ?? all.map(({ id }) => id);
    if (!asked.every((id) => all.some((channel) => channel.id === id))) return null;
    return {
      ...{ channels: asked, fromMs, toMs, format, mediaSize, host },
      pieces: asked.flatMap((id) => this.#pieces(id, fromMs, toMs, mediaSize)),
      md5: query.get('md5') === 'true',
      tellsProgress: query.has('statusInterval'),
    };
  }

  #pieces(channel: number, fromMs: number, toMs: number, most: number | null): ExportPiece[] {
    const longestMs = most === null ? Infinity : Math.max(1000, (most / bytesPerSecond) * 1000);
    const pieces: ExportPiece[] = [];
    for (const { startMs, endMs } of this.#recorder.disk.videos(channel, fromMs, toMs)) {
      const until = Math.min(endMs, toMs);
      for (let at = Math.max(startMs, fromMs); at < until; at += longestMs) {
        pieces.push({ channel, fromMs: at, toMs: Math.min(until, at + longestMs) });
      }
    }
    return pieces;
  }
}

function refuse(webSocket: WebSocket, code: number): void {
  webSocket.send(JSON.stringify({ stage: 'ready', status: { code, message: 'Failed' } }));
  webSocket.close();
}

function readSize(text: string | null): number | 'unknown' | null {
  if (text === null) return null;
  const [, count, unit = ''] = /^(\d{1,12})(B|KB|MB|GB)$/.exec(text) ?? [];
  return count === undefined ? 'unknown' : Number(count) * (units[unit] ?? 1);
}
