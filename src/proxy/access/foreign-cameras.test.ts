import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cameraListSchema } from '../../api/camera.ts';
import { closeCodes } from '../../api/routes.ts';
import { viewListSchema } from '../../api/view.ts';
import { gatherCast } from '../test-site/cast.ts';
import {
  draft,
  type MarkedDevice,
  markOf,
  numberOfPicture,
  register,
  startMarkedDevice,
} from '../test-site/marked-device.ts';
import { firstBytesOfFlv, MarkedWindow, openSocket } from '../test-site/marked-window.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

/** Every run takes the same turns; another number takes others. */
const turns = { seed: 20_261_125, numRuns: 210 };
const atOnce = 8;
const invented = 'bm8gc3VjaCBjYW1lcmEgaQ';

const proxy = new TestProxy();
const devices: MarkedDevice[] = [];
/** By number, from 1; the seventh is a draft. */
const ids: string[] = [''];
const numbers = {
  viewer: [1, 2, 3],
  operator: [4, 5, 6],
  kiosk: [1, 4],
} as const;
type Who = keyof typeof numbers;
const everybody = Object.keys(numbers) as Who[];
const tokens = {} as Record<Who, string>;
let groupOfOperator: string;
let window: Record<Who, MarkedWindow>;

beforeAll(async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7]) devices.push(await startMarkedDevice(number));
  await proxy.start();
  for (const device of devices.slice(0, 6)) ids.push(await register(proxy.parts, device));
  const { groups } = proxy.parts.access;
  const group = async (name: string, of: readonly number[]) =>
    (await groups.add({ name, cameraIds: of.map((number) => ids[number] ?? '') })).id;
  const groupOfViewer = await group('A', numbers.viewer);
  groupOfOperator = await group('B', numbers.operator);
  await makeView('mixed', [1, 4]);
  await makeView('of A', [1, 2, 3]);
  await makeView('of B', [4, 5, 6]);
  const views = await proxy.parts.store.readViews();
  const cast = await gatherCast(proxy, await group('K', numbers.kiosk), views[0]?.id ?? '');
  const [last] = devices.slice(-1);
  if (last) ids.push(draft(proxy.parts, last));
  tokens.viewer = await proxy.signInAs('viewer', [groupOfViewer]);
  tokens.operator = await proxy.signInAs('operator', [groupOfOperator]);
  tokens.kiosk = await cast.enter('kiosk');
  window = {
    viewer: await MarkedWindow.open(proxy, tokens.viewer),
    operator: await MarkedWindow.open(proxy, tokens.operator),
    kiosk: await MarkedWindow.open(proxy, tokens.kiosk),
  };
});
afterAll(async () => {
  await proxy.end();
  for (const device of devices) await device.stop();
});

async function makeView(name: string, of: readonly number[]) {
  const cells = of.map((number) => ({ cameraId: ids[number], fit: 'fill', quality: 'auto' }));
  await proxy.ask('POST', '/api/views', { name, layout: '4', cells });
}

async function segmentName(number: number): Promise<string> {
  const playlist = await proxy.ask('GET', `/api/cameras/${ids[number]}/hls/hls/index.m3u8`);
  return /^[\w-]+\.ts$/m.exec(playlist.text)?.[0] ?? '';
}

interface Turn {
  readonly who: Who;
  /** 7 is a draft, 8 nothing at all. */
  readonly number: number;
  readonly way: keyof typeof ways;
}

async function read(who: Who, address: string, method = 'GET') {
  const reply = await fetch(`${proxy.origin}${address}`, {
    method,
    headers: { ...proxy.headers(tokens[who]) },
  });
  const bytes = Buffer.from(await reply.arrayBuffer());
  // To a stranger it must say what it says of a camera that is not there.
  const isAbsent = reply.status === 404 && (method === 'HEAD' || isNotFound(bytes.toString()));
  return { status: reply.status, bytes, text: bytes.toString('latin1'), isAbsent };
}

function isNotFound(body: string): boolean {
  return body === '{"kind":"not-found","reason":"not-found"}';
}

const place = (id: string, rest: string) => `/api/cameras/${id}/${rest}`;
const marked = (text: string): number | 'nothing' =>
  Number(/mark-(\d+);/.exec(text)?.[1] ?? Number.NaN) || 'nothing';
type Seen = number | 'absent' | 'nothing';

/** Each shows the number of the camera that was seen, or that there was none to see. */
const ways = {
  snapshot: async (who: Who, id: string): Promise<Seen> => {
    const { isAbsent, status, bytes } = await read(who, place(id, 'snapshot'));
    if (isAbsent) return 'absent';
    return status === 200 ? numberOfPicture(bytes) : 'nothing';
  },
  'picture settings': async (who: Who, id: string): Promise<Seen> => {
    const { isAbsent, text } = await read(who, place(id, 'picture-settings'));
    return isAbsent ? 'absent' : Number(/"brightness":\{"value":(\d+)/.exec(text)?.[1]);
  },
  stream: async (who: Who, id: string): Promise<Seen> => {
    const playlist = await read(who, place(id, 'hls/hls/index.m3u8'));
    if (playlist.isAbsent) return 'absent';
    const name = /^[\w-]+\.ts$/m.exec(playlist.text)?.[0];
    return marked((await read(who, place(id, `hls/hls/${name}`))).text);
  },
  segment: async (who: Who, id: string, number: number): Promise<Seen> => {
    const name = ids[number] ? await segmentName(number) : 'a.ts';
    const reply = await read(who, place(id, `hls/hls/${name}`));
    return reply.isAbsent ? 'absent' : marked(reply.text);
  },
  page: async (who: Who, id: string, number: number): Promise<Seen> => {
    const { isAbsent, status } = await read(who, place(id, 'page'), 'POST');
    if (isAbsent) return 'absent';
    return status === 200 ? number : 'nothing';
  },
  head: async (who: Who, id: string, number: number): Promise<Seen> => {
    const { isAbsent, status } = await read(who, place(id, 'snapshot'), 'HEAD');
    if (isAbsent) return 'absent';
    return status === 200 ? number : 'nothing';
  },
  frames: async (who: Who, id: string): Promise<Seen> => {
    return (await window[who].look(id)) ?? 'absent';
  },
  'frames of a new window': async (who: Who, id: string): Promise<Seen> => {
    const own = await MarkedWindow.open(proxy, tokens[who]);
    const seen = await own.look(id);
    await own.close();
    return seen ?? 'absent';
  },
  flv: async (who: Who, id: string): Promise<Seen> => {
    const text = await firstBytesOfFlv(proxy, tokens[who], id, /mark-\d+;/);
    return text === null ? 'absent' : marked(text);
  },
};

const turn = fc.record<Turn>({
  who: fc.constantFrom(...everybody),
  number: fc.integer({ min: 1, max: 8 }),
  way: fc.constantFrom(...(Object.keys(ways) as (keyof typeof ways)[])),
});

describe('a camera of others', () => {
  it('shows in no way, whatever is asked in between', async () => {
    let [foreign, own] = [0, 0];
    const take = async ({ who, number, way }: Turn) => {
      const mine = numbers[who].some((one) => one === number);
      if (mine) own += 1;
      else foreign += 1;
      const seen = await ways[way](who, ids[number] ?? invented, number);
      expect({ who, number, way, seen }).toEqual({
        who,
        number,
        way,
        seen: mine ? number : 'absent',
      });
    };
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: atOnce, maxLength: atOnce }), async (some) => {
        await Promise.all(some.map(take));
      }),
      turns,
    );
    expect(foreign).toBeGreaterThanOrEqual(1000);
    expect(own).toBeGreaterThanOrEqual(500);
    for (const who of everybody) expect([...window[who].seen].sort()).toEqual(numbers[who]);
    console.info(`seed ${turns.seed}: ${foreign} foreign cameras refused, ${own} own ones shown`);
  }, 120_000);

  it('has its segments under its own name alone', async () => {
    for (const [own, foreign] of [
      [1, 4],
      [2, 5],
      [3, 1],
    ] as const) {
      const address = place(ids[own] ?? '', `hls/hls/${await segmentName(foreign)}`);
      const { status, text } = await read('viewer', address);
      expect(status).not.toBe(200);
      expect(marked(text)).toBe('nothing');
    }
  });

  it('is in no list and in no view', async () => {
    for (const who of everybody) {
      const list = (await read(who, '/api/cameras')).text;
      const { cameras } = cameraListSchema.parse(JSON.parse(list));
      expect(cameras.map(({ id }) => ids.indexOf(id))).toEqual(numbers[who]);
      const views = (await read(who, '/api/views')).text;
      const hidden = ids.filter((id, n) => id && !numbers[who].some((one) => one === n));
      for (const id of hidden) expect(list + views).not.toContain(id);
      expect(list).not.toContain(markOf(0).slice(0, 5));
      const { views: seen } = viewListSchema.parse(JSON.parse(views));
      const names = { viewer: ['mixed', 'of A'], operator: ['mixed', 'of B'], kiosk: ['mixed'] };
      expect(seen.map(({ name }) => name).sort()).toEqual(names[who]);
    }
  });

  it('keeps its place in a view that somebody else arranges', async () => {
    const { views } = viewListSchema.parse(JSON.parse((await read('operator', '/api/views')).text));
    const mixed = views.find(({ name }) => name === 'mixed');
    const content = { name: 'mixed', layout: '4', cells: [null, null] };
    const put = await proxy.ask('PUT', `/api/views/${mixed?.id}`, content, tokens.operator);
    expect([put.status, put.text.includes(ids[1] ?? '')]).toEqual([200, false]);
    const kept = (await proxy.parts.store.readViews()).find(({ id }) => id === mixed?.id);
    expect(kept?.cells.map((cell) => cell?.cameraId ?? null)).toEqual([ids[1], null]);
    const [foreign] = await proxy.parts.store
      .readViews()
      .then((all) => all.filter(({ name }) => name === 'of A'));
    for (const method of ['PUT', 'DELETE'])
      expect(
        (await proxy.ask(method, `/api/views/${foreign?.id}`, content, tokens.operator)).status,
      ).toBe(404);
  });

  it('is shown to an administrator while it is a draft, and to nobody else', async () => {
    const address = place(ids[7] ?? '', 'snapshot');
    expect((await proxy.ask('GET', address)).status).toBe(200);
    const supervisor = await proxy.signInAs('supervisor');
    expect((await proxy.ask('GET', address, undefined, supervisor)).status).toBe(404);
  });

  it('vanishes within a second from whoever was watching when it leaves their group', async () => {
    const own = await MarkedWindow.open(proxy, tokens.operator);
    expect(await own.look(ids[4] ?? '')).toBe(4);
    const flv = openSocket(proxy, `/ws/flv?camera=${ids[4]}&stream=flv`, tokens.operator);
    const closed = [own.client.socket, flv].map(
      (socket) =>
        new Promise<number>((resolve) => {
          socket.once('close', (code) => resolve(code));
        }),
    );
    await new Promise((resolve) => flv.once('message', resolve));
    const content = { name: 'B', cameraIds: [ids[5], ids[6]] };
    const startedMs = performance.now();
    const changed = await proxy.ask('PUT', `/api/camera-groups/${groupOfOperator}`, content);
    expect(changed.status).toBe(200);
    const codes = await Promise.all(closed);
    expect(performance.now() - startedMs).toBeLessThan(1000);
    expect(codes).toEqual([closeCodes.sessionEnded, closeCodes.sessionEnded]);
    const again = await MarkedWindow.open(proxy, tokens.operator);
    expect([await again.look(ids[4] ?? ''), await again.look(ids[5] ?? '')]).toEqual([null, 5]);
    await again.close();
    expect((await read('operator', place(ids[4] ?? '', 'snapshot'))).isAbsent).toBe(true);
  });
});
