import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  partsOf,
  readPicture,
  TestClient,
  type TestPart,
  unitsOf,
} from '../video-server/test-client.ts';
import { toneHertz } from './audio-routes.ts';
import { SecuritySpy } from './security-spy.ts';

const boundary = 'ssBoundary8345';
/** A unit in which an encoder names itself, once in a clip. */
const remark = 6;
/** Runs with the wall clock, and ahead of it where a test says so. */
const clock = { aheadMs: 0 };
const server = new SecuritySpy({ port: 0, now: () => Date.now() + clock.aheadMs });
const client = new TestClient(server);

beforeAll(() => server.start());
afterAll(() => server.stop());
afterEach(() => server.applyFault({ fault: 'none' }));

const parts = async (target: string, count: number): Promise<TestPart[]> =>
  partsOf(
    await client.readStream(target, (bytes) => partsOf(bytes, boundary).length >= count),
    boundary,
  );

/** Settles once the server has cut a stream off. */
const endOf = (target: string): Promise<void> =>
  expect(client.readStream(target, () => false)).rejects.toThrow();

describe('image', () => {
  it('is drawn at the size asked for, and carries camera and time', async () => {
    const picture = await readPicture(
      await client.bytes('++image?cameraNum=3&width=480&height=270'),
    );
    expect(picture).toMatchObject({ width: 480, height: 270, watermark: { camera: 24 } });
    const age =
      ((Date.now() % 60_000) - (picture.watermark?.millisecondOfMinute ?? 0) + 60_000) % 60_000;
    expect(age).toBeLessThan(5000);
  });

  it.each([
    ['', 640, 360],
    ['&width=1280', 1280, 720],
    ['&height=180', 320, 180],
    ['&width=99999&height=1', 1920, 80],
    ['&width=x', 640, 360],
  ])('%s is %i by %i', async (query, width, height) => {
    const picture = await readPicture(await client.bytes(`++image?cameraNum=0${query}`));
    expect(picture).toMatchObject({ width, height });
  });

  it('weighs what its quality costs, and the server’s own where none is asked', async () => {
    const weigh = async (query: string): Promise<number> =>
      (await client.bytes(`++image?cameraNum=0&width=640${query}`)).length;
    expect(await weigh('&quality=10')).toBeLessThan((await weigh('&quality=95')) / 2);
    await client.post('settings-compression', 'webQuality=5');
    expect(await weigh('')).toBeLessThan(await weigh('&quality=40'));
    await client.post('settings-compression', 'webQuality=75');
  });

  it('follows brightness and contrast', async () => {
    const mean = async (): Promise<number> =>
      (await readPicture(await client.bytes('++image?cameraNum=5&width=320'))).mean;
    const before = await mean();
    await client.post('settings-cameras', 'cameraNum=5&brightness=60&contrast=0');
    await vi.waitFor(async () => expect(await mean()).toBeGreaterThan(before + 20), {
      timeout: 10_000,
    });
  });
});

describe('video', () => {
  it('streams JPEG parts with type and length', async () => {
    const shown = await parts('++video?cameraNum=1&width=320&height=180', 6);
    const [first] = shown;
    expect([...(first?.headers.keys() ?? [])]).toEqual(['Content-Type', 'Content-Length']);
    expect(first?.headers.get('Content-Type')).toBe('image/jpeg');
    expect((await readPicture(first?.body ?? Buffer.alloc(0))).watermark?.camera).toBe(22);
    // Two may fall into one moment of the scene on a busy machine; six do not.
    expect(new Set(shown.map(({ body }) => body.toString('base64'))).size).toBeGreaterThan(1);
  });

  it('names its boundary, and sends no more often than asked', async () => {
    const started = Date.now();
    await parts('++video?cameraNum=1&width=160&fps=2', 3);
    expect(Date.now() - started).toBeGreaterThan(950);
    const abort = new AbortController();
    const reply = await client.get('++video?cameraNum=1&width=160', 'viewer', {
      signal: abort.signal,
    });
    expect(reply.headers.get('content-type')).toBe(
      `multipart/x-mixed-replace;boundary=${boundary}`,
    );
    abort.abort();
  });

  it.each(['h264', 'h26x'])('streams %s as one access unit a part', async (codec) => {
    const read = await parts(`++video?cameraNum=0&vcodec=${codec}`, 45);
    expect(new Set(read.map(({ headers }) => headers.get('Content-Type')))).toEqual(
      new Set(['video/h264']),
    );
    const types = read.map(({ body }) =>
      unitsOf(body)
        .map(({ type }) => type)
        .filter((type) => type !== remark),
    );
    expect(read[0]?.body.subarray(0, 4)).toEqual(Buffer.of(0, 0, 0, 1));
    expect(types[0]).toEqual([7, 8, 5]);
    for (const unit of types) expect([[7, 8, 5], [1]]).toContainEqual(unit);
    expect(types.slice(1).flat()).toContain(5);
  });

  it('works for nobody once the viewers have gone', async () => {
    await parts('++video?cameraNum=0&vcodec=h264', 1);
    await parts('++video?cameraNum=0&width=160', 1);
    await vi.waitFor(
      () => {
        expect(server.camera(0)?.video.viewers).toBe(0);
        expect(server.camera(0)?.pictures.watchers).toBe(0);
      },
      { timeout: 10_000 },
    );
  });
});

describe('HLS', () => {
  it('offers three qualities, and transport stream segments of each', async () => {
    const master = (await client.text('++hls?cameraNum=2')).split('\n');
    const addresses = master.filter((line) => line.startsWith('++'));
    expect(addresses).toEqual(
      [0, 1, 2].map((quality) => `++hls_mediaplaylist?cameraNum=2&quality=${quality}`),
    );
    expect(master.find((line) => line.startsWith('#EXT-X-STREAM-INF'))).toMatch(
      /RESOLUTION=640x360,CODECS="avc1\.[0-9a-f]{6}"$/,
    );
    for (const address of addresses) {
      const playlist = (await client.text(address)).split('\n');
      const segment = playlist.findLast((line) => line.endsWith('.ts')) ?? '';
      const reply = await client.get(segment);
      expect(reply.headers.get('content-type')).toBe('video/mp2t');
      const bytes = Buffer.from(await reply.arrayBuffer());
      expect(bytes.length % 188).toBe(0);
      expect(bytes.filter((byte, at) => at % 188 === 0 && byte !== 0x47)).toHaveLength(0);
    }
  });
});

describe('audio', () => {
  const samples = (bytes: Buffer): number[] =>
    [...bytes].map((byte) => {
      const value = ~byte & 0xff;
      const size = ((((value & 0x0f) << 3) + 0x84) << ((value >> 4) & 7)) - 0x84;
      return (value & 0x80) === 0 ? size : -size;
    });

  it('is a tone of each camera’s own, paced like speech', async () => {
    const started = Date.now();
    const reply = await client.get('++audio?cameraNum=1');
    expect(reply.headers.get('content-type')).toBe('audio/basic');
    await reply.body?.cancel();
    const heard = await client.readStream('++audio?cameraNum=1', ({ length }) => length >= 4000);
    expect(Date.now() - started).toBeGreaterThan(400);
    const wave = samples(heard.subarray(0, 4000));
    const crossings = wave.filter((value, at) => at > 0 && value >= 0 && (wave[at - 1] ?? 0) < 0);
    expect(Math.abs(crossings.length * 2 - toneHertz(1))).toBeLessThan(6);
    expect(Math.max(...wave)).toBeGreaterThan(8000);
  });

  it('keeps the last seconds that were said', async () => {
    const first = await client.post('++audio?cameraNum=1', new Uint8Array(30_000).fill(1));
    expect(await first.text()).toBe('OK');
    await client.post('++audio?cameraNum=1', new Uint8Array(30_000).fill(2));
    const heard = server.camera(1)?.loudspeaker.heard ?? Buffer.alloc(0);
    expect(heard).toHaveLength(40_000);
    expect(heard.filter((byte) => byte === 1)).toHaveLength(10_000);
  });

  it('is refused to those who may only look', async () => {
    expect((await client.post('++audio?cameraNum=1', 'x', 'viewer')).status).toBe(401);
  });
});

describe('JPEG', () => {
  it('is all there is of a camera that sends the server JPEG', async () => {
    const { status } = await client.get('++image?cameraNum=3');
    const targets = ['++video?cameraNum=3&vcodec=h264', '++hls_mediaplaylist?cameraNum=3'];
    const others = await Promise.all(targets.map((target) => client.get(target)));
    expect([status, ...others.map((reply) => reply.status)]).toEqual([200, 404, 404]);
    const formats = [...(await client.text('++systemInfo')).matchAll(/<video-format>(.*?)</g)];
    expect(formats.map(([, format]) => format).sort()).toEqual([
      'H.264',
      'H.264',
      ...Array(4).fill('JPEG'),
    ]);
  });
});

describe('faults', () => {
  it('lose one camera: no picture, its streams end, the list says why', async () => {
    const ended = endOf('++video?cameraNum=2&vcodec=h264');
    await vi.waitFor(() => expect(server.camera(2)?.video.viewers).toBe(1), { timeout: 10_000 });
    expect(await server.applyFault({ fault: 'offline', channel: 2 })).toBe(true);
    await ended;
    expect((await client.get('++image?cameraNum=2')).status).toBe(404);
    expect((await client.get('++image?cameraNum=3')).status).toBe(200);
    expect(await client.text('++systemInfo')).toMatch(
      /<number>2<\/number><name>Ward 2<\/name><connected>false<.*?<last-error>800</,
    );
  });

  it('end JPEG streams and sound of a lost camera', async () => {
    const targets = ['++video?cameraNum=1&width=160', '++audio?cameraNum=1'];
    const begun = await Promise.all(targets.map((target) => client.get(target)));
    await server.applyFault({ fault: 'offline', channel: 1 });
    await Promise.all(begun.map((reply) => expect(reply.arrayBuffer()).rejects.toThrow()));
  });

  it('repeat the identical picture and hold the video while frozen', async () => {
    await server.applyFault({ fault: 'frozen', channel: 0 });
    const first = await client.bytes('++image?cameraNum=0&width=320');
    const [one, two] = await parts('++video?cameraNum=0&width=320', 2);
    expect(one?.body).toEqual(first);
    expect(two?.body).toEqual(first);
    const playlist = await client.text('++hls_mediaplaylist?cameraNum=0');
    clock.aheadMs += 5000;
    expect(await client.text('++hls_mediaplaylist?cameraNum=0')).toBe(playlist);
    expect(await client.bytes('++image?cameraNum=0&width=320')).toEqual(first);
    await server.applyFault({ fault: 'none', channel: 0 });
    expect(await client.text('++hls_mediaplaylist?cameraNum=0')).not.toBe(playlist);
    expect(await client.bytes('++image?cameraNum=0&width=320')).not.toEqual(first);
  });

  it('spoil pictures in every way there is', async () => {
    await server.applyFault({ fault: 'html-instead-of-picture', channel: 0 });
    for (const target of [
      'image?cameraNum=0',
      'video?cameraNum=0',
      'video?cameraNum=0&vcodec=h264',
    ])
      expect((await client.get(`++${target}`)).headers.get('content-type')).toBe('text/html');
    await server.applyFault({ fault: 'truncated-picture', channel: 0 });
    const cut = await client.bytes('++image?cameraNum=0&width=320');
    expect(cut.subarray(0, 2)).toEqual(Buffer.of(0xff, 0xd8));
    expect(cut.subarray(-2)).not.toEqual(Buffer.of(0xff, 0xd9));
    await server.applyFault({ fault: 'endless-body', channel: 0 });
    const endless = await client.readStream('++image?cameraNum=0', ({ length }) => length > 3e6);
    expect(endless.length).toBeGreaterThan(3e6);
  });

  it('keep the socket and send nothing while stalled', async () => {
    await server.applyFault({ fault: 'stalled', channel: 0 });
    const abort = new AbortController();
    const reply = await client.get('++video?cameraNum=0&vcodec=h264', 'admin', {
      signal: abort.signal,
    });
    expect(reply.status).toBe(200);
    const reading = reply.body?.getReader().read();
    await server.applyFault({ fault: 'none', channel: 0 });
    expect((await reading)?.value?.length).toBeGreaterThan(0);
    abort.abort();
  });

  it('know no camera that is not there', async () => {
    expect(await server.applyFault({ fault: 'frozen', channel: 6 })).toBe(false);
  });

  it('stop the whole server and start it on the same port', async () => {
    const { origin } = server;
    const ended = endOf('++video?cameraNum=0&width=160');
    await vi.waitFor(() => expect(server.camera(0)?.pictures.watchers).toBe(1), {
      timeout: 10_000,
    });
    await server.applyFault({ fault: 'stopped' });
    await ended;
    await expect(client.get('++systemInfo')).rejects.toThrow();
    await server.applyFault({ fault: 'none' });
    expect(server.origin).toBe(origin);
    expect((await client.get('++systemInfo')).status).toBe(200);
  });
});
