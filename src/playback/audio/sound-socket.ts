import type { SeenProblem } from '../../api/problem.ts';
import { routes } from '../../api/routes.ts';
import { listenNoticeSchema } from '../../api/voice.ts';
import { retryDelayMs } from '../../domain/retry-ladder.ts';
import { problemOfClose } from '../flv/problem-of-close.ts';
import { onProxyBack } from '../on-proxy-back.ts';
import { socketAddress } from '../socket-address.ts';

/** The proxy gives up a silent camera sooner, so that this much silence is the way to the proxy. */
const silenceMs = 5000;

export interface SoundSocketEvents {
  readonly onSound: (mulaw: ArrayBuffer) => void;
  readonly onTalker: (name: string | null) => void;
  /** It failed, and is tried again by itself. */
  readonly onLost: (problem: SeenProblem) => void;
}

/** Brings what one camera hears, and comes back when it is lost, until it is closed. */
export class SoundSocket {
  readonly #cameraId: string;
  readonly #events: SoundSocketEvents;
  readonly #stopWaking: () => void;
  #socket: WebSocket | null = null;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(cameraId: string, events: SoundSocketEvents) {
    this.#cameraId = cameraId;
    this.#events = events;
    this.#stopWaking = onProxyBack(() => {
      if (this.#socket === null) this.#open();
    });
    this.#open();
  }

  close(): void {
    this.#stopWaking();
    clearTimeout(this.#retry);
    this.#drop();
  }

  #open(): void {
    clearTimeout(this.#retry);
    const address = socketAddress(routes.audio(this.#cameraId), window.location.origin);
    const socket = new WebSocket(address);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => this.#hear(data);
    socket.onclose = (event) => this.#lose(problemOfClose(event));
    this.#socket = socket;
    this.#watchSilence();
  }

  #hear(data: unknown): void {
    this.#watchSilence();
    if (data instanceof ArrayBuffer) {
      this.#failures = 0;
      this.#events.onSound(data);
    } else if (typeof data === 'string') {
      const notice = listenNoticeSchema.safeParse(JSON.parse(data));
      if (notice.success) this.#events.onTalker(notice.data.name);
    }
  }

  #watchSilence(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(
      () => this.#lose({ kind: 'unreachable', reason: 'server-unreachable' }),
      silenceMs,
    );
  }

  #lose(problem: SeenProblem): void {
    this.#drop();
    const pauseMs = retryDelayMs(this.#failures, true, Math.random());
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#open(), Math.max(pauseMs, problem.retryAfterMs ?? 0));
    this.#events.onLost(problem);
  }

  #drop(): void {
    clearTimeout(this.#silence);
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}
