import { atSessionEnd } from '../../device-access/session-end.ts';
import { onProxyBack } from '../on-proxy-back.ts';
import type { FrameNews, FrameOrder, Placement, TileReport } from './frame-messages.ts';
import { workerAddress } from './worker-address.ts';

/** The far end of a frames client: the worker, or a stand-in of a test. */
export interface FramesPort {
  postMessage(order: FrameOrder, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FrameNews>) => void): void;
}

export type UnplayableNews = Extract<FrameNews, { type: 'unplayable' }>;

/** The window's side of its frames worker: gathers orders of one moment into one message. */
export class FramesClient {
  private readonly port: FramesPort;
  private readonly placed = new Map<string, Placement>();
  private readonly pendingPlaced = new Map<string, Placement>();
  private readonly pendingRemoved = new Set<string>();
  private readonly newest = new Map<string, TileReport>();
  private readonly grabs = new Map<number, (picture: Blob | null) => void>();
  private readonly unplayable = new Map<string, (news: UnplayableNews) => void>();
  private flushDue = false;
  private nextTicket = 1;

  constructor(port: FramesPort) {
    this.port = port;
    port.addEventListener('message', ({ data }) => this.hear(data));
  }

  openSurface(surface: string, canvas: OffscreenCanvas): void {
    this.send({ type: 'surface', surface, canvas }, [canvas]);
  }

  sizeSurface(surface: string, width: number, height: number): void {
    this.send({ type: 'surface-size', surface, width, height });
  }

  closeSurface(surface: string): void {
    this.send({ type: 'surface-gone', surface });
  }

  place(placement: Placement): void {
    const before = this.placed.get(placement.tile);
    if (before !== undefined && samePlacement(before, placement)) return;
    this.placed.set(placement.tile, placement);
    this.pendingPlaced.set(placement.tile, placement);
    this.pendingRemoved.delete(placement.tile);
    this.flushSoon();
  }

  remove(tile: string): void {
    this.newest.delete(tile);
    this.pendingPlaced.delete(tile);
    if (!this.placed.delete(tile)) return;
    this.pendingRemoved.add(tile);
    this.flushSoon();
  }

  /** @returns a function that ends the calls */
  onUnplayable(tile: string, listener: (news: UnplayableNews) => void): () => void {
    this.unplayable.set(tile, listener);
    return () => {
      if (this.unplayable.get(tile) === listener) this.unplayable.delete(tile);
    };
  }

  report(tile: string): TileReport | undefined {
    return this.newest.get(tile);
  }

  /** Asks for the next try of a tile's source now instead of at the next step of the ladder. */
  retry(tile: string): void {
    this.send({ type: 'retry', tile });
  }

  /** Replaces a connection that has fallen silent, now that the proxy is known to be there. */
  renew(): void {
    this.send({ type: 'renew' });
  }

  grab(tile: string): Promise<Blob | null> {
    const ticket = this.nextTicket;
    this.nextTicket += 1;
    return new Promise((resolve) => {
      this.grabs.set(ticket, resolve);
      this.send({ type: 'grab', tile, ticket });
    });
  }

  private hear(news: FrameNews): void {
    if (news.type === 'grabbed') {
      this.grabs.get(news.ticket)?.(news.picture);
      this.grabs.delete(news.ticket);
      return;
    }
    if (news.type === 'unplayable') {
      this.unplayable.get(news.tile)?.(news);
      return;
    }
    for (const report of news.reports) {
      if (this.placed.has(report.tile)) this.newest.set(report.tile, report);
    }
  }

  private send(order: FrameOrder, transfer: Transferable[] = []): void {
    this.port.postMessage(order, transfer);
  }

  private flushSoon(): void {
    if (this.flushDue) return;
    this.flushDue = true;
    queueMicrotask(() => this.flush());
  }

  private flush(): void {
    this.flushDue = false;
    const placed = [...this.pendingPlaced.values()];
    const removed = [...this.pendingRemoved];
    this.pendingPlaced.clear();
    this.pendingRemoved.clear();
    if (placed.length + removed.length > 0) this.send({ type: 'tiles', placed, removed });
  }
}

function samePlacement(a: Placement, b: Placement): boolean {
  return (
    a.surface === b.surface &&
    a.cameraId === b.cameraId &&
    a.streamId === b.streamId &&
    a.coding === b.coding &&
    a.fit === b.fit &&
    a.rectangle.x === b.rectangle.x &&
    a.rectangle.y === b.rectangle.y &&
    a.rectangle.width === b.rectangle.width &&
    a.rectangle.height === b.rectangle.height
  );
}

let windowClient: FramesClient | undefined;

/** The frames client of this window, made when the first tile of a session needs it. */
export function framesClient(): FramesClient {
  windowClient ??= startClient();
  return windowClient;
}

function startClient(): FramesClient {
  const worker = new Worker(workerAddress(), { type: 'module', name: 'frames' });
  const client = new FramesClient(worker);
  const ignoreProxy = onProxyBack(() => client.renew());
  atSessionEnd(() => {
    ignoreProxy();
    worker.terminate();
    windowClient = undefined;
  });
  return client;
}
