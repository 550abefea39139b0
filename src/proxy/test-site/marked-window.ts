import { once } from 'node:events';
import { WebSocket } from 'ws';
import { FramesClient } from '../media/test-hub.ts';
import { numberOfPicture } from './marked-device.ts';
import type { TestProxy } from './test-proxy.ts';

export function openSocket(proxy: TestProxy, path: string, token: string): WebSocket {
  return new WebSocket(`${proxy.origin.replace('http', 'ws')}${path}`, {
    origin: proxy.origin,
    headers: { cookie: proxy.cookie(token) },
    perMessageDeflate: false,
  });
}

/** The frames of one person's window. */
export class MarkedWindow {
  readonly #client: FramesClient;
  #tiles = 0;

  private constructor(client: FramesClient) {
    this.#client = client;
  }

  static async open(proxy: TestProxy, token: string): Promise<MarkedWindow> {
    const client = new FramesClient(openSocket(proxy, '/ws/frames', token));
    await once(client.socket, 'open');
    return new MarkedWindow(client);
  }

  /** Numbers of the cameras whose pictures have come. */
  get seen(): ReadonlySet<number> {
    const whole = this.#client.packets.filter(({ picture }) => picture.length > 0);
    return new Set(whole.map(({ picture }) => numberOfPicture(picture)));
  }

  get client(): FramesClient {
    return this.#client;
  }

  /** @returns the number in the first picture of the camera; null where it is refused */
  async look(cameraId: string, streamId = 'pictures'): Promise<number | null> {
    this.#tiles += 1;
    const tile = `tile-${this.#tiles}`;
    this.#client.watch(tile, streamId, cameraId);
    try {
      return await this.#firstPicture(tile);
    } finally {
      this.#client.ask({ type: 'unwatch', tile });
    }
  }

  close(): Promise<void> {
    const closed = new Promise<void>((resolve) => {
      this.#client.socket.once('close', () => resolve());
    });
    this.#client.socket.close();
    return closed;
  }

  async #firstPicture(tile: string): Promise<number | null> {
    const { notices, packets, socket } = this.#client;
    for (;;) {
      const told = notices.find((notice) => 'tile' in notice && notice.tile === tile);
      if (told?.type === 'refused') return null;
      if (told?.type === 'feed') {
        const packet = packets.find(
          ({ header, picture }) => header.feed === told.feed && picture.length > 0,
        );
        if (packet) return numberOfPicture(packet.picture);
      }
      await once(socket, 'message');
    }
  }
}

/** @returns what an FLV stream began with; null where it is refused */
export async function firstBytesOfFlv(
  proxy: TestProxy,
  token: string,
  cameraId: string,
  wanted: RegExp,
): Promise<string | null> {
  const socket = openSocket(proxy, `/ws/flv?camera=${cameraId}&stream=flv`, token);
  return new Promise((resolve) => {
    let text = '';
    socket.on('message', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (!wanted.test(text)) return;
      socket.terminate();
      resolve(text);
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(null));
  });
}
