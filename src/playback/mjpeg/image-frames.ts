import { framePacketHeaderBytes } from '../../api/frame-packet.ts';
import { routes } from '../../api/routes.ts';
import { atSessionEnd } from '../../device-access/session-end.ts';
import { onProxyBack } from '../on-proxy-back.ts';
import { socketAddress } from '../socket-address.ts';
import type { FrameTrouble } from './frame-messages.ts';
import { FramesSocket, type SocketLike } from './frames-socket.ts';

export interface ImageTile {
  readonly onPicture: (jpeg: Blob) => void;
  readonly onTrouble: (trouble: FrameTrouble | undefined) => void;
  readonly onInterval: (expectedIntervalMs: number) => void;
}

/** The frames socket on the page's own thread, for browsers that cannot draw in a worker. */
export class ImageFrames {
  private readonly socket: FramesSocket;
  private readonly tiles = new Map<string, ImageTile>();
  private readonly feeds = new Map<string, number>();

  constructor(openSocket: () => SocketLike) {
    this.socket = new FramesSocket(openSocket, {
      onPacket: (header, packet) => {
        if (header.repeated) return;
        for (const tile of this.watchers(header.feed)) {
          const jpeg = new Uint8Array(packet, framePacketHeaderBytes);
          tile.onPicture(new Blob([jpeg], { type: 'image/jpeg' }));
        }
      },
      onNotice: (notice) => {
        if (notice.type === 'feed') this.feeds.set(notice.tile, notice.feed);
        else if (notice.type === 'refused') {
          this.feeds.delete(notice.tile);
          this.tiles.get(notice.tile)?.onTrouble({ problem: notice.problem, attempt: 0 });
        } else {
          for (const tile of this.watchers(notice.feed)) {
            const { problem, attempt = 0, retryInMs, expectedIntervalMs } = notice;
            if (expectedIntervalMs !== undefined) tile.onInterval(expectedIntervalMs);
            if (notice.phase === 'live') tile.onTrouble(undefined);
            else if (problem !== undefined) tile.onTrouble({ problem, attempt, retryInMs });
          }
        }
      },
      onLost: (trouble) => {
        this.feeds.clear();
        for (const tile of this.tiles.values()) tile.onTrouble(trouble);
      },
    });
  }

  watch(name: string, cameraId: string, streamId: string, tile: ImageTile): void {
    this.tiles.set(name, tile);
    this.socket.watch(name, cameraId, streamId);
  }

  unwatch(name: string): void {
    this.tiles.delete(name);
    this.feeds.delete(name);
    this.socket.unwatch(name);
  }

  retry(name: string): void {
    this.socket.retry(name);
  }

  renew(): void {
    this.socket.renew();
  }

  close(): void {
    this.socket.close();
  }

  private *watchers(feed: number): Generator<ImageTile> {
    for (const [name, number] of this.feeds) {
      const tile = this.tiles.get(name);
      if (number === feed && tile !== undefined) yield tile;
    }
  }
}

let windowFrames: ImageFrames | undefined;

/** The one of this window, made when the first tile of a session needs it. */
export function imageFrames(): ImageFrames {
  windowFrames ??= startFrames();
  return windowFrames;
}

function startFrames(): ImageFrames {
  const address = socketAddress(routes.frames, window.location.origin);
  const frames = new ImageFrames(() => new WebSocket(address));
  const ignoreProxy = onProxyBack(() => frames.renew());
  atSessionEnd(() => {
    ignoreProxy();
    frames.close();
    windowFrames = undefined;
  });
  return frames;
}
