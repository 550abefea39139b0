import type { QueryClient } from '@tanstack/react-query';
import { silenceMeansDeadMs } from '../api/beat.ts';
import type { Change } from '../api/change.ts';
import { closeCodes, routes } from '../api/routes.ts';
import { sessionQuery } from './account.ts';
import { type ConnectionState, connectionState } from './connection-state.ts';
import { queryKeys } from './queries.ts';
import { doubtSession } from './session-doubt.ts';

const retrySeconds = [0, 1, 2, 3, 4, 5] as const;

/**
 * Keeps one socket for pushed changes open while somebody is signed in, reading again what they name.
 * @returns a function that ends it for good
 */
export function startChanges(queryClient: QueryClient): () => void {
  const socket = new ChangesSocket(queryClient);
  socket.start();
  return () => socket.stop();
}

class ChangesSocket {
  private readonly queryClient: QueryClient;
  private socket: WebSocket | null = null;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private greeted = false;
  private stopped = false;
  private readonly onOnline = () => this.reopenNow();
  private readonly onOffline = () => this.lose();

  constructor(queryClient: QueryClient) {
    this.queryClient = queryClient;
  }

  start(): void {
    window.addEventListener('online', this.onOnline);
    window.addEventListener('offline', this.onOffline);
    this.open();
  }

  stop(): void {
    window.removeEventListener('online', this.onOnline);
    window.removeEventListener('offline', this.onOffline);
    clearTimeout(this.retryTimer);
    this.stopped = true;
    this.drop();
    set({ state: 'connecting', sinceMs: Date.now() });
  }

  private open(): void {
    const address = new URL(routes.changes, window.location.href);
    address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
    const socket = new WebSocket(address);
    this.socket = socket;
    this.greeted = false;
    socket.onmessage = (message) => this.hear(message.data);
    socket.onclose = ({ code }) => {
      if (code === closeCodes.sessionEnded) {
        void this.ask();
        return;
      }
      // Scripts never see the reply to a refused upgrade: whether somebody is signed in is asked apart.
      if (!this.greeted) void doubtSession();
      this.lose();
    };
    this.watchSilence();
  }

  private hear(data: unknown): void {
    this.watchSilence();
    const change = parseChange(data);
    if (change === null) return;
    if (change.type === 'hello') this.greet(change);
    else if (change.type === 'beat') set({ clockSkewMs: change.nowMs - Date.now() });
    else this.refresh(queryKeys[change.type]);
  }

  private greet(hello: Extract<Change, { type: 'hello' }>): void {
    this.failures = 0;
    this.greeted = true;
    const before = connectionState.getState().serverVersion;
    set({
      state: 'connected',
      sinceMs: Date.now(),
      serverVersion: before ?? hello.version,
      versionChanged: before !== null && before !== hello.version,
      clockSkewMs: hello.nowMs - Date.now(),
    });
    // What changed while nobody listened, also before the first greeting, was never pushed.
    this.refresh();
  }

  private refresh(queryKey?: readonly string[]): void {
    void this.queryClient.invalidateQueries(queryKey === undefined ? {} : { queryKey });
  }

  private watchSilence(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => this.lose(), silenceMeansDeadMs);
  }

  /** The session of this window ended, or what it sees is another now: goes on only in the latter case. */
  private async ask(): Promise<void> {
    this.drop();
    await doubtSession();
    const session = this.queryClient.getQueryData(sessionQuery().queryKey);
    if (!this.stopped && (session?.state === 'signed-in' || session?.state === 'kiosk'))
      this.lose();
  }

  private lose(): void {
    this.drop();
    if (connectionState.getState().state !== 'lost') set({ state: 'lost', sinceMs: Date.now() });
    const seconds = retrySeconds[Math.min(this.failures, retrySeconds.length - 1)] ?? 0;
    this.failures += 1;
    clearTimeout(this.retryTimer);
    this.retryTimer = setTimeout(() => this.open(), seconds * 1000);
  }

  private reopenNow(): void {
    clearTimeout(this.retryTimer);
    this.failures = 0;
    this.drop();
    this.open();
  }

  private drop(): void {
    clearTimeout(this.silenceTimer);
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onmessage = null;
    socket.onclose = null;
    socket.close();
  }
}

function set(change: Partial<ConnectionState>): void {
  connectionState.setState(change);
}

function parseChange(data: unknown): Change | null {
  if (typeof data !== 'string') return null;
  try {
    return JSON.parse(data) as Change;
  } catch {
    return null;
  }
}
