import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import type { WebSocket } from 'ws';
import type { AccessEvent } from '../access/access-record.ts';
import { type Caller, nobody } from '../access/caller.ts';
import type { OpenStream } from '../link/device-target.ts';
import type { OutgoingFlow } from '../link/flow-question.ts';
import type { SoundPlace, VoiceDirectory } from './voice-directory.ts';
import { VoiceVisit } from './voice-visit.ts';

const sound = { target: '/audio', codec: 'mulaw', contentType: 'audio/basic' } as const;

/** A device that hears and speaks, without a network. */
export class TestSpeaker {
  readonly heard: Buffer[] = [];
  /** What it sends to each that listens. */
  readonly microphones: PassThrough[] = [];
  /** Whether it takes what is sent to it. */
  reads = true;
  answer: Promise<void> | undefined;
  contentType = 'audio/basic';

  readonly place: SoundPlace = {
    deviceId: 'device',
    sound,
    connection: {
      openStream: (_place, signal) => this.#listen(signal),
      sendStream: (flow, signal) => this.#take(flow, signal),
    },
  };

  readonly directory: VoiceDirectory = {
    microphoneOf: (cameraId) => (cameraId === 'camera' ? this.place : null),
    loudspeakerOf: (cameraId) => (cameraId === 'camera' ? this.place : null),
  };

  get heardBytes(): number {
    return this.heard.reduce((sum, { length }) => sum + length, 0);
  }

  async #listen(signal: AbortSignal): Promise<OpenStream> {
    const body = new PassThrough();
    body.on('error', () => undefined);
    signal.addEventListener('abort', () => body.destroy(), { once: true });
    this.microphones.push(body);
    const { contentType } = this;
    return {
      status: 200,
      contentType,
      contentTypeLine: contentType,
      body,
      location: '',
      length: null,
      contentRange: '',
    };
  }

  async #take({ body }: OutgoingFlow, signal: AbortSignal): Promise<{ answered: Promise<void> }> {
    if (this.reads) body.on('data', (bytes: Buffer) => this.heard.push(bytes));
    const ended = new Promise<void>((resolve, reject) => {
      body.once('end', resolve);
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    });
    return { answered: this.answer ?? ended };
  }
}

/** The proxy's end of a socket whose window is played by a test. */
export class TestSocket extends EventEmitter {
  readonly OPEN = 1;
  readonly CLOSED = 3;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: Buffer[] = [];
  readonly notices: unknown[] = [];
  closed: { code: number | undefined; reason: unknown } | null = null;

  send(message: Buffer | string, _options?: unknown, done?: () => void): void {
    if (typeof message === 'string') this.notices.push(JSON.parse(message));
    else this.sent.push(message);
    done?.();
  }

  close(code?: number, reason = ''): void {
    if (this.closed !== null) return;
    this.closed = { code, reason: reason === '' ? '' : JSON.parse(reason) };
    this.readyState = 3;
    this.emit('close');
  }

  terminate(): void {
    this.close();
  }

  ping(): void {
    this.emit('pong');
  }

  say(sound: Buffer | string): void {
    this.emit('message', Buffer.from(sound as string), typeof sound !== 'string');
  }

  get asSocket(): WebSocket {
    return this as unknown as WebSocket;
  }
}

/** A guard at a camera, whose rights a test may take away. */
export class TestVisit {
  readonly events: AccessEvent[] = [];
  mayView = true;
  isLocked = false;
  isSignedIn = true;
  readonly visit: VoiceVisit;

  constructor(name = 'Kim', role: 'viewer' | 'operator' = 'operator', cameraId = 'camera') {
    const caller = {
      kind: 'person',
      person: { name, role },
      sees: 'all',
    } as Caller;
    const unseeing = { ...caller, sees: new Set() } as Caller;
    this.visit = new VoiceVisit(cameraId, {
      caller: () => (this.isSignedIn ? (this.mayView ? caller : unseeing) : nobody),
      address: '127.0.0.1',
      camera: (id) => ({ id, name: 'Gate', isDraft: false }),
      gate: { isLocked: () => this.isLocked },
      record: (event) => this.events.push(event),
    });
  }

  get outcomes() {
    return this.events.map(({ operation, outcome, parameters, detail }) =>
      [operation, outcome, parameters?.seconds, detail].filter((word) => word !== undefined),
    );
  }
}
