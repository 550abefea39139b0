import { silenceMeansDeadMs } from '../api/beat.ts';
import type { SeenProblem } from '../api/problem.ts';
import { closeCodes, routes } from '../api/routes.ts';
import type { InputReport, InputView } from '../api/site-control.ts';
import { connectionState } from './connection-state.ts';
import { doubtSession } from './session-doubt.ts';

const retrySeconds = [1, 2, 3, 5] as const;

/** The inputs of a camera as this window knows them. */
export interface SeenInputs {
  readonly inputs: readonly InputView[];
  /** Why nothing is known of them at the moment. */
  readonly problem?: SeenProblem | undefined;
}

/**
 * Listens to the inputs of a camera while the window is visible. When it hears nothing any more, it
 * tells all states as unknown.
 * @returns a function that ends it
 */
export function followInputs(cameraId: string, tell: (seen: SeenInputs) => void): () => void {
  const follower = new InputFollower(cameraId, tell);
  follower.start();
  return () => follower.stop();
}

class InputFollower {
  private readonly cameraId: string;
  private readonly tell: (seen: SeenInputs) => void;
  private socket: WebSocket | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private last: SeenInputs = { inputs: [] };
  private readonly onVisibility = () => {
    if (document.visibilityState === 'hidden') this.forget(unreachable);
    else if (this.socket === null) this.open();
  };

  constructor(cameraId: string, tell: (seen: SeenInputs) => void) {
    this.cameraId = cameraId;
    this.tell = tell;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.onVisibility);
    this.onVisibility();
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.onVisibility);
    this.drop();
  }

  private open(): void {
    const address = new URL(routes.inputs(this.cameraId), window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    this.socket = socket;
    socket.onmessage = ({ data }) => this.hear(data);
    socket.onclose = ({ code, reason }) => {
      if (code === closeCodes.sessionEnded) void doubtSession();
      const problem = code === closeCodes.problem ? parsed<SeenProblem>(reason) : null;
      this.lose(problem ?? unreachable);
    };
    this.watchSilence();
  }

  private hear(data: unknown): void {
    this.failures = 0;
    this.watchSilence();
    const report = parsed<InputReport>(data);
    if (report === null) return;
    this.last = { inputs: report.inputs, problem: report.problem };
    this.tell(this.last);
  }

  private watchSilence(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.lose(unreachable), silenceMeansDeadMs);
  }

  private lose(problem: SeenProblem): void {
    this.forget(problem);
    const seconds = retrySeconds[Math.min(this.failures, retrySeconds.length - 1)] ?? 1;
    this.failures += 1;
    this.timer = setTimeout(() => this.open(), seconds * 1000);
  }

  /** What nobody tells any more is not known. */
  private forget(problem: SeenProblem): void {
    this.drop();
    const nowMs = Date.now() + connectionState.getState().clockSkewMs;
    const inputs = this.last.inputs.map((input) =>
      input.state === 'unknown' ? input : { ...input, state: 'unknown' as const, sinceMs: nowMs },
    );
    this.last = { inputs, problem };
    this.tell(this.last);
  }

  private drop(): void {
    clearTimeout(this.timer);
    const { socket } = this;
    this.socket = null;
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}

const unreachable: SeenProblem = { kind: 'unreachable', reason: 'server-unreachable' };

/** Null for what is cut off or not ours. */
function parsed<T>(text: unknown): T | null {
  if (typeof text !== 'string') return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    return null;
  }
}
