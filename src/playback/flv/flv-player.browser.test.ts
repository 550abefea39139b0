import { afterEach, expect, it, vi } from 'vitest';
import type { VideoCodec } from '../../domain/stream.ts';
import type { PlayerFailure, PlayerTask } from '../player.ts';
import { FakeStreamSocket } from '../webcodecs/fake-stream-socket.ts';
import { fetchClip, messagesOf } from '../webcodecs/test-clip.ts';
import { FlvPlayer } from './flv-player.ts';

const h264 = messagesOf(await fetchClip());
const reply = await fetch('/src/playback/flv/fixtures/ten-pictures-h265.flv');
/** As the proxy writes it, from a stream of x265. */
const h265 = messagesOf(new Uint8Array(await reply.arrayBuffer()));

const opened: FlvPlayer[] = [];

class Socket extends FakeStreamSocket {
  static newest: Socket | undefined;

  constructor() {
    super();
    Socket.newest = this;
  }

  set onmessage(listener: ((event: MessageEvent) => void) | null) {
    if (listener !== null)
      this.addEventListener('message', (event) => listener(event as MessageEvent));
  }
}

afterEach(() => {
  for (const player of opened.splice(0)) player.unmount();
  vi.unstubAllGlobals();
});

async function play(messages: readonly Uint8Array[], codec: VideoCodec) {
  vi.stubGlobal('WebSocket', Socket);
  const failures: PlayerFailure[] = [];
  const task: PlayerTask = {
    cameraId: 'cam-1',
    stream: { id: 'main-h26x', kind: 'h26x', quality: 'main', codec },
    fit: 'fill',
    tile: 't1',
    surface: {
      name: 's1',
      locate: () => ({ x: 0, y: 0, width: 1, height: 1 }),
      onMove: () => () => undefined,
    },
    onFailure: (failure) => failures.push(failure),
  };
  const player = new FlvPlayer(task);
  opened.push(player);
  player.mount(document.body);
  await expect.poll(() => Socket.newest).toBeDefined();
  for (const message of messages) Socket.newest?.send(message);
  return { player, failures };
}

it('plays H.264 as the proxy sends it', async () => {
  const { player, failures } = await play(h264.slice(0, 60), 'h264');
  await expect.poll(() => player.progress().width, { timeout: 10_000 }).toBe(640);
  expect(failures).toEqual([]);
});

it('plays H.265, or says at once that this browser cannot', async () => {
  const can = MediaSource.isTypeSupported('video/mp4; codecs="hvc1.1.6.L30.90"');
  const { player, failures } = await play(h265, 'h265');
  const outcome = () => (player.progress().width > 0 ? 'plays' : failures[0]?.problem.reason);
  await expect.poll(outcome, { timeout: 10_000 }).toBe(can ? 'plays' : 'codec-unplayable');
  expect(failures.map(({ remedy }) => remedy)).toEqual(can ? [] : ['other-player']);
});
