import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import {
  type ExportClock,
  type ExportFile,
  type ExportPiece,
  exportFiles,
  md5Of,
} from './export-files.ts';
import type { ExportHabits } from './export-habits.ts';
import type { SubtitleFormat } from './export-subtitles.ts';

export interface TaskOrder {
  readonly channels: readonly number[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly pieces: readonly ExportPiece[];
  readonly format: SubtitleFormat;
  readonly mediaSize: number | null;
  readonly md5: boolean;
  readonly tellsProgress: boolean;
  readonly host: string;
}

const alertBeforeMs = 2000;
const cancelled = { code: -1003, message: 'Task canceled by user' };
const timedOut = { code: -1004, message: 'Task terminated by timeout' };

/** One export over one socket: writes a file, waits until it was fetched, and goes on. */
export class ExportTask {
  readonly id = randomUUID();
  /** Of the file that was written last. */
  files: readonly ExportFile[] = [];
  readonly #socket: WebSocket;
  readonly #order: TaskOrder;
  readonly #clock: ExportClock;
  readonly #habits: () => ExportHabits;
  #timer: NodeJS.Timeout | undefined;
  #goOn: (() => void) | undefined;
  #over = false;

  constructor(socket: WebSocket, order: TaskOrder, clock: ExportClock, habits: () => ExportHabits) {
    this.#socket = socket;
    this.#order = order;
    this.#clock = clock;
    this.#habits = habits;
    socket.on('message', (data) => this.#hear(String(data)));
    socket.on('close', () => this.#stop());
  }

  async run(): Promise<void> {
    const { channels, fromMs, toMs, pieces, format, mediaSize } = this.#order;
    const { localIso } = this.#clock;
    this.#send({
      stage: 'ready',
      status: { code: 0, message: 'Success' },
      task: {
        id: this.id,
        ch: channels,
        timeRange: [localIso(fromMs), localIso(toMs)],
        ...(mediaSize === null ? {} : { mediaSize }),
        ...(format === null ? {} : { subtitleFormat: format }),
        language: 'en-US',
      },
    });
    this.#tell('begin', 0, fromMs);
    let written = 0;
    for (const chid of channels) {
      const own = pieces.filter(({ channel }) => channel === chid);
      const share = () => written / pieces.length;
      this.#tell('channelBegin', share(), fromMs, { chid, progress: '0%' });
      for (const [index, piece] of own.entries()) {
        await this.#write(piece, index + 1, share());
        written += 1;
        const { code } = this.#habits();
        if (code !== null && code <= -1000) this.#end({ code, message: 'Failed' });
        if (this.#over) return;
      }
      this.#tell('channelEnd', share(), toMs, { chid, progress: '100%' });
    }
    this.#end({ code: 0, message: 'Success' });
  }

  async #write(piece: ExportPiece, fid: number, share: number): Promise<void> {
    const { format, md5, tellsProgress, host } = this.#order;
    const { channel: chid, fromMs, toMs } = piece;
    const files = exportFiles(piece, this.#clock, format, this.#habits().sizeBytes);
    const progress = percent(share);
    const name = files[0]?.name;
    this.#tell('fileBegin', share, fromMs, { chid, progress, file: { fid, name } });
    if (tellsProgress) {
      this.#tell('fileWriting', share, (fromMs + toMs) / 2, { chid, progress, file: { fid } });
    }
    const download: object[] = [];
    for (const { name: fileName, content } of files) {
      const src = `http://${host}/download/${this.id}/${fileName}`;
      download.push({ fileName, src, ...(md5 ? { md5: await md5Of(content) } : {}) });
    }
    if (this.#over) return;
    this.files = files;
    const { ttlMs: ttl, hangsUp } = this.#habits();
    this.#tell('fileEnd', share, toMs, { chid, progress, file: { fid, ttl, download } });
    if (hangsUp) {
      this.#stop();
      return;
    }
    await this.#patience(ttl);
    this.files = [];
  }

  #patience(ttlMs: number): Promise<void> {
    return new Promise((goOn) => {
      this.#goOn = goOn;
      this.#wait(ttlMs);
    });
  }

  #wait(ttlMs: number): void {
    clearTimeout(this.#timer);
    const lastMs = Math.min(alertBeforeMs, ttlMs / 2);
    this.#timer = setTimeout(() => {
      this.#send({ request: 'timeoutAlert', ttl: lastMs });
      this.#timer = setTimeout(() => this.#end(timedOut), lastMs);
    }, ttlMs - lastMs);
  }

  #hear(text: string): void {
    const cmd = commandOf(text, this.id);
    if (cmd === 'cancel') this.#end(cancelled);
    if (this.#goOn === undefined) return;
    if (cmd === 'wait') this.#wait(this.#habits().ttlMs);
    if (cmd === 'next') this.#release();
  }

  #release(): void {
    clearTimeout(this.#timer);
    this.#goOn?.();
    this.#goOn = undefined;
  }

  #end(status: object): void {
    if (this.#over) return;
    this.#tell('end', 1, this.#order.toMs, undefined, status);
    this.#stop();
  }

  #stop(): void {
    this.#over = true;
    this.files = [];
    this.#release();
    this.#socket.close();
  }

  #tell(stage: string, share: number, atMs: number, channel?: object, status?: object): void {
    const timestamp = this.#clock.localIso(atMs);
    this.#send({
      stage,
      overallProgress: percent(share),
      timestamp,
      ...(channel === undefined ? {} : { channel }),
      ...(status === undefined ? {} : { status }),
    });
  }

  #send(message: object): void {
    if (!this.#over) this.#socket.send(JSON.stringify(message));
  }
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A command for another task, and what is none, is passed over. */
function commandOf(text: string, task: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    const isOurs = typeof value === 'object' && value !== null && 'task' in value;
    return isOurs && value.task === task && 'cmd' in value ? value.cmd : undefined;
  } catch {
    return undefined;
  }
}
