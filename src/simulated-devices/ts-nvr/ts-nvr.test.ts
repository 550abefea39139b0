import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { TsNvr } from './ts-nvr.ts';

const fixedNow = Date.UTC(2026, 10, 21, 5, 47, 37, 400);
const nvr = new TsNvr({ port: 0, now: () => fixedNow });
const right = Buffer.from(`${nvr.username}:${nvr.password}`).toString('base64');
const wrong = Buffer.from(`${nvr.username}:nonsense`).toString('base64');
const basic = { Authorization: `Basic ${right}` };

beforeAll(() => nvr.start());
afterAll(() => nvr.stop());
beforeEach(() => {
  for (const channel of nvr.channels) channel.recover();
});

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${nvr.origin}${path}`, { headers });
}

async function json(path: string): Promise<unknown> {
  const reply = await get(path, basic);
  expect(reply.status).toBe(200);
  return reply.json();
}

describe('session authentication', () => {
  it.each([
    '/api/auth',
    `/api/auth?login=${wrong}`,
    `/api/status?auth=${wrong}`,
    '/api/vod',
    '/watch?ch=1',
  ])('refuses %s with 401', async (path) => {
    const reply = await get(path);
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Basic realm=/);
  });

  it('keeps a session by cookie until the sign-out', async () => {
    const login = await get(`/api/auth?login=${encodeURIComponent(right)}`);
    expect(login.status).toBe(200);
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    expect((await get('/api/status', { Cookie: cookie })).status).toBe(200);
    expect((await get('/api/auth?logout', { Cookie: cookie })).status).toBe(200);
    expect((await get('/api/status', { Cookie: cookie })).status).toBe(401);
  });

  it('takes auth= below /api, but only Basic or a session for media', async () => {
    const auth = `auth=${encodeURIComponent(right)}`;
    expect((await get(`/api/vod?ch=1&${auth}`)).status).toBe(200);
    expect((await get(`/api/vod?ch=1&?${auth}`)).status).toBe(200);
    expect((await get(`/live/ch1main/index.m3u8?${auth}`)).status).toBe(401);
    expect((await get('/live/ch1main/index.m3u8', basic)).status).toBe(200);
  });

  it('forgets sessions when it stops, and starts again on the same port', async () => {
    const login = await get(`/api/auth?login=${encodeURIComponent(right)}`);
    const cookie = (login.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const origin = nvr.origin;
    await nvr.stop();
    await expect(get('/api/info?apiVersion')).rejects.toThrow();
    await nvr.start();
    expect(nvr.origin).toBe(origin);
    expect((await get('/api/status', { Cookie: cookie })).status).toBe(401);
  });
});

describe('/api/info', () => {
  it('tells the open items without a login', async () => {
    const reply = await get('/api/info?apiVersion&siteName&timezone');
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({
      apiVersion: 'TS-API@0.9.20',
      siteName: 'Riverside%20works',
      timezone: { name: 'America/New_York', bias: '-05:00' },
    });
  });

  it('answers all without a login with 401 and a body that lacks whoAmI', async () => {
    const reply = await get('/api/info?all');
    expect(reply.status).toBe(401);
    expect(Object.keys((await reply.json()) as object)).toEqual([
      'apiVersion',
      'siteName',
      'timezone',
      'product',
      'license',
    ]);
  });

  it('answers all with a login with whoAmI, and whoAmI without one with 401', async () => {
    expect(await json('/api/info?all')).toMatchObject({
      product: { name: 'TS-NVR' },
      whoAmI: { uid: 'admin', accessRights2: { Settings: true, Remote: true } },
    });
    expect((await get('/api/info?whoAmI')).status).toBe(401);
  });

  it('indents by as many blanks as asked', async () => {
    expect(await (await get('/api/info?apiVersion&indent=2')).text()).toBe(
      '{\n  "apiVersion": "TS-API@0.9.20"\n}',
    );
  });
});

describe('/api/status', () => {
  it('tells codes, words in two languages and the recording state', async () => {
    nvr.channel(2)?.setOffline(410);
    expect(await json('/api/status?ch=1,2')).toEqual([
      { chid: 1, status: { code: 200 } },
      { chid: 2, status: { code: 410 } },
    ]);
    expect(await json('/api/status?ch=2&verbose=true')).toEqual([
      { chid: 2, status: { code: 410, message: 'No video input' } },
    ]);
    expect(await json('/api/status?ch=1&verbose&lang=es-ES')).toEqual([
      { chid: 1, status: { code: 200, message: 'Conectado' } },
    ]);
    expect(await json('/api/status?ch=2&recordingStatus')).toEqual([
      {
        chid: 2,
        status: { code: 410 },
        recordingStatus: {
          streaming: false,
          recording: false,
          timestampRecordingFailure: '2026-11-21T00:47:37.400-05:00',
        },
      },
    ]);
  });

  it('lists all eight channels', async () => {
    expect(await json('/api/status')).toHaveLength(8);
  });
});

describe('streams', () => {
  it('are listed as the document lists them, its slips included', async () => {
    const [channel] = (await json('/api/enum?what=channel&staticSrc&caps')) as [
      { src: Record<string, unknown>[]; caps: unknown },
    ];
    const host = new URL(nvr.origin).host;
    expect(channel.src.map(({ protocol, profile, type }) => [protocol, profile, type])).toEqual([
      ['rtmp', 'main', 'rtmp/mp4'],
      ['flv', 'main', 'application/x-mpegurl'],
      ['hls', 'main', 'application/x-mpegurl'],
      ['rtmp', 'sub', 'rtmp/mp4'],
      ['flv', 'main', 'application/x-mpegurl'],
      ['hls', 'sub', 'application/x-mpegurl'],
    ]);
    expect(channel.src[1]).toMatchObject({
      src: `http://${host}/live?port=1935&app=live&stream=ch1main`,
      size: [1280, 720],
    });
    expect(channel.caps).toMatchObject({ pantilt: true, maxPreset: 128 });
  });

  it('of /api/vod are filtered by protocol and stream', async () => {
    const [channel] = (await json('/api/vod?ch=3&stream=sub')) as [
      { title: string; src: { protocol: string }[] },
    ];
    expect(channel.title).toBe('Warehouse');
    expect(channel.src.map(({ protocol }) => protocol)).toEqual(['rtmp', 'flv', 'hlv']);
    expect(await json('/api/vod?ch=7&nameonly')).toEqual([{ chid: 7, title: '', display: 'CH7' }]);
    expect((await get('/api/vod?when=yesterday', basic)).status).toBe(400);
  });

  it('play as HLS and are refused while the channel is offline', async () => {
    const playlist = await (await get('/hls/ch1sub/index.m3u8', basic)).text();
    const name = playlist.split('\n').findLast((line) => line.endsWith('.ts')) ?? '';
    const segment = Buffer.from(await (await get(`/hls/ch1sub/${name}`, basic)).arrayBuffer());
    expect(segment[0]).toBe(0x47);
    nvr.channel(1)?.setOffline(404);
    expect((await get('/hls/ch1sub/index.m3u8', basic)).status).toBe(404);
  });

  it('play as chunked FLV, end when the channel is lost, and stay silent for an unknown name', async () => {
    const reply = await get('/live?port=1935&app=live&stream=ch1sub', basic);
    expect(reply.headers.get('content-type')).toBe('video/x-flv');
    const reader = reply.body?.getReader();
    const first = await reader?.read();
    expect(
      Buffer.from(first?.value ?? [])
        .subarray(0, 3)
        .toString(),
    ).toBe('FLV');
    nvr.channel(1)?.setOffline(408);
    await expect(drain(reader)).rejects.toThrow();
    expect((await get('/live', basic)).status).toBe(500);
  });

  it('play as FLV over a WebSocket, header first, and refuse a wrong login', async () => {
    const address = `${nvr.origin.replace('http', 'ws')}/live?port=1935&app=live&stream=ch2sub`;
    const first = await new Promise<Buffer>((resolve, reject) => {
      const socket = new WebSocket(address, { headers: basic });
      socket.once('error', reject);
      socket.once('message', (bytes: Buffer) => {
        socket.close();
        resolve(bytes);
      });
    });
    expect(first).toHaveLength(13);
    const status = await new Promise((resolve) => {
      const socket = new WebSocket(address, { headers: { Authorization: `Basic ${wrong}` } });
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('error', () => socket.terminate());
    });
    expect(status).toBe(401);
  });
});

async function drain(reader: ReadableStreamDefaultReader<Uint8Array> | undefined): Promise<void> {
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) return;
  }
}

describe('other requests', () => {
  it('serves /watch with its own player, framed by nobody else', async () => {
    const page = await get(`/watch?ch=2&showPlayTime=false&auth=${encodeURIComponent(right)}`);
    const html = await page.text();
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(html).toContain('src="/watch/player.js"');
    expect(html).toContain('CH2. Lobby');
    expect(html).not.toContain('play-time');
    const cookie = (page.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const frame = await get('/watch/frame?ch=2', { Cookie: cookie });
    expect(frame.headers.get('content-type')).toBe('image/jpeg');
  });

  it.each(['lprSrc', 'emergencyCall', 'eventType', 'realtimeEvent', 'objectType'])(
    'lists %s',
    async (what) => {
      expect(await json(`/api/enum?what=${what}`)).toEqual(
        expect.arrayContaining([expect.anything()]),
      );
    },
  );

  it('lists what each kind of object is told by', async () => {
    expect(await json('/api/enum?what=objectAttr&type=face')).toMatchObject({
      gender: ['female', 'male'],
    });
    expect(await json('/api/enum?what=objectAttr')).toHaveProperty('vehicle.vehicleType');
  });

  it('tells its system, its health and its disks', async () => {
    expect(await json('/api/system?info=os')).toEqual({
      lastUpdate: '2026-11-21T00:47:37.400-05:00',
      os: expect.objectContaining({ arch: '64-bit' }) as unknown,
    });
    expect(await json('/api/system?health=supported')).toContain('recording');
    expect(await json('/api/system?hddsmart=1')).toHaveLength(1);
    expect(await json('/api/system?hddsmart=2')).toHaveLength(0);
  });

  it('lets only an administrator restart it', async () => {
    const guard = nvr.accounts.find(({ administrator }) => !administrator);
    const header = `Basic ${Buffer.from(`${guard?.username}:${guard?.password}`).toString('base64')}`;
    expect((await get('/api/system?restart', { Authorization: header })).status).toBe(403);
    expect((await get('/api/system?restart', basic)).status).toBe(200);
  });

  it('answers 404 in JSON for what it does not know', async () => {
    const reply = await get('/api/nothing', basic);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toHaveProperty('code');
  });

  it('notes what it was asked, without the secrets', async () => {
    nvr.log.clear();
    await get(`/api/auth?login=${right}`);
    await get(`/api/vod?ch=1&?auth=${right}`);
    expect(nvr.log.entries.map(({ method, target }) => `${method} ${target}`)).toEqual([
      'GET /api/auth?login=***',
      'GET /api/vod?ch=1&?auth=***',
    ]);
  });
});
