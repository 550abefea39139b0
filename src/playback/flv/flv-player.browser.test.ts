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

/** A tag of sound (Adobe FLV 10.1 annex E.4.2) at a moment of the stream. */
function soundTag(atMs: number, body: readonly number[]): Uint8Array {
  const time = [(atMs >> 16) & 255, (atMs >> 8) & 255, atMs & 255, 0];
  const tag = [8, 0, 0, body.length, ...time, 0, 0, 0, ...body, 0, 0, 0, body.length + 11];
  return Uint8Array.from(tag);
}

/** Puts sound of half a second before the pictures, once the stream has said what these are. */
function withSound(sound: readonly Uint8Array[]): Uint8Array[] {
  return [...h264.slice(0, 3), ...sound, ...h264.slice(3, 60)];
}

const aacFrameMs = 1024 / 44.1;
/** AAC-LC, 44.1 kHz, stereo, as ISO 14496-3 describes it, and frames that hold silence. */
const aac = [
  soundTag(0, [0xaf, 0, 0x12, 0x10]),
  ...Array.from({ length: 22 }, (_, frame) =>
    soundTag(Math.round(frame * aacFrameMs), [
      ...[0xaf, 1, 0x21, 0x00, 0x49, 0x90, 0x02, 0x19, 0x00, 0x23, 0x80],
    ]),
  ),
];
const video = () => document.querySelector('video');

it('says that there is sound, is silent all the same, and plays it for whoever listens', async () => {
  const { player, failures } = await play(withSound(aac), 'h264');
  await expect.poll(() => player.progress().hasSound).toBe(true);
  await expect.poll(() => player.progress().width, { timeout: 10_000 }).toBe(640);
  expect(video()?.muted).toBe(true);
  const first = Socket.newest;
  player.hear(0.5);
  await expect.poll(() => Socket.newest !== first).toBe(true);
  for (const message of withSound(aac)) Socket.newest?.send(message);
  const sounding = () => (video() as { webkitAudioDecodedByteCount?: number } | null) ?? {};
  await expect
    .poll(() => sounding().webkitAudioDecodedByteCount ?? 0, { timeout: 10_000 })
    .toBeGreaterThan(0);
  expect([video()?.muted, video()?.volume]).toEqual([false, 0.5]);
  player.hear(null);
  expect(video()?.muted).toBe(true);
  expect(failures).toEqual([]);
});

it('plays pictures whose sound no browser decodes, and offers none', async () => {
  const mulaw = [0, 20, 40].map((atMs) => soundTag(atMs, [0x82, ...Array(160).fill(0xff)]));
  const { player, failures } = await play(withSound(mulaw), 'h264');
  await expect.poll(() => player.progress().width, { timeout: 10_000 }).toBe(640);
  player.hear(1);
  expect(player.progress().hasSound).toBe(false);
  expect(failures).toEqual([]);
});
