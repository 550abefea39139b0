import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Bookmark,
  type BookmarkContent,
  bookmarkListSchema,
  bookmarkSchema,
} from '../../api/bookmarks.ts';
import { routes } from '../../api/routes.ts';
import { BookmarkDesk } from '../bookmarks/bookmark-desk.ts';
import { startRecordingDevice } from '../test-site/recording-device.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const noonMs = Date.UTC(2026, 10, 20, 12);
let stopDevice: () => Promise<void>;
/** Sees the first of two cameras. */
let near: string;
let far: string;
let viewer: string;

beforeAll(async () => {
  const device = await startRecordingDevice();
  stopDevice = () => device.stop();
  await proxy.start();
  await proxy.parts.registry.add(device.register('r1', 0), { name: 'r1', cameras: [] });
  const group = await proxy.ask('POST', routes.cameraGroups, { name: 'A', cameraIds: ['r1-c1'] });
  const groups = [(group.json() as { id: string }).id];
  near = await proxy.signInAs('operator', groups);
  far = await proxy.signInAs('operator');
  viewer = await proxy.signInAs('viewer');
});
afterAll(async () => {
  await proxy.end();
  await stopDevice();
});

const content = (over: Partial<BookmarkContent> = {}): BookmarkContent => ({
  ...{
    fromMs: noonMs,
    toMs: null,
    cameraIds: ['r1-c1'],
    note: 'Ladder at the wall',
    tags: ['théft'],
  },
  ...over,
});

async function add(over: Partial<BookmarkContent> = {}, token?: string): Promise<Bookmark> {
  const reply = await proxy.ask('POST', routes.bookmarks, content(over), token);
  expect(reply.status).toBe(201);
  return bookmarkSchema.parse(reply.json());
}

async function notes(query: Record<string, string> = {}, token?: string): Promise<string[]> {
  const address = `${routes.bookmarks}?${new URLSearchParams(query)}`;
  const reply = await proxy.ask('GET', address, undefined, token);
  return bookmarkListSchema.parse(reply.json()).bookmarks.map(({ note }) => note);
}

it('finds bookmarks by words, tag, camera and time, the latest first', async () => {
  await add();
  const two = { fromMs: noonMs + 60_000, toMs: noonMs + 120_000, cameraIds: ['r1-c1', 'r1-c2'] };
  await add({ ...two, note: 'White van', tags: ['Delivery'] }, far);
  expect(await notes()).toEqual(['White van', 'Ladder at the wall']);
  expect(await notes({ text: 'WALL theft' })).toEqual(['Ladder at the wall']);
  expect(await notes({ text: 'wall van' })).toEqual([]);
  expect(await notes({ tag: 'delivery' })).toEqual(['White van']);
  expect(await notes({ camera: 'r1-c2' })).toEqual(['White van']);
  expect(await notes({ to: String(noonMs + 1) })).toEqual(['Ladder at the wall']);
  expect(await notes({ from: String(noonMs + 90_000) })).toEqual(['White van']);
  expect((await proxy.ask('GET', `${routes.bookmarks}?from=x`)).status).toBe(400);
});

it.each([{ toMs: noonMs }, { cameraIds: [] }, { tags: [' '] }, { note: 'x'.repeat(2001) }])(
  'refuses %o',
  async (wrong) => {
    const reply = await proxy.ask('POST', routes.bookmarks, content(wrong));
    expect(reply.status).toBe(400);
  },
);

it('is not there for whoever may not see all of its cameras', async () => {
  const hidden = await add({ note: 'Hidden', cameraIds: ['r1-c1', 'r1-c2'] }, far);
  expect(await notes({ text: 'hidden' }, viewer)).toEqual(['Hidden']);
  expect(await notes({ text: 'hidden' }, near)).toEqual([]);
  for (const id of [hidden.id, 'none']) {
    const address = routes.bookmark(id);
    const replies = await Promise.all([
      proxy.ask('PUT', address, content(), near),
      proxy.ask('DELETE', address, undefined, near),
      proxy.ask('POST', routes.restoredBookmark(id), {}, near),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  }
  for (const cameraIds of [['r1-c2'], ['none']]) {
    const reply = await proxy.ask('POST', routes.bookmarks, content({ cameraIds }), near);
    expect(reply.status).toBe(404);
  }
  const own = await add({}, near);
  const widened = content({ cameraIds: ['r1-c1', 'r1-c2'] });
  expect((await proxy.ask('PUT', routes.bookmark(own.id), widened, near)).status).toBe(404);
});

it('is changed and removed by whoever made it, or supervises, and comes back whole', async () => {
  const { id, by } = await add({ note: 'First' }, near);
  const address = routes.bookmark(id);
  const changed = content({ note: 'Second', tags: [] });
  expect((await proxy.ask('PUT', address, changed, far)).status).toBe(403);
  expect((await proxy.ask('DELETE', address, undefined, far)).status).toBe(403);
  expect((await proxy.ask('PUT', address, changed, near)).status).toBe(200);
  expect((await proxy.ask('DELETE', address)).status).toBe(204);
  expect(await notes({ text: 'second' })).toEqual([]);
  expect((await proxy.ask('DELETE', address)).status).toBe(404);
  const back = await proxy.ask('POST', routes.restoredBookmark(id), {});
  expect(bookmarkSchema.parse(back.json())).toMatchObject({ id, by, note: 'Second', tags: [] });
  const record = await proxy.ask('GET', routes.audit);
  for (const operation of ['add', 'change', 'remove', 'restore']) {
    expect(record.text).toContain(`"operation":"bookmark.${operation}"`);
  }
});

it('keeps no more than there is room for, and what was removed for an hour', async () => {
  const { store, directory } = proxy.parts;
  const person = proxy.parts.access.people.all[0];
  if (!person) throw new TypeError('nobody');
  const by = { kind: 'person', person, sees: 'all', session: { id: 's', row: {} } } as never;
  let nowMs = Date.now();
  const most = (await store.bookmarks.count()) + 1;
  const audit = { write: async () => ({}) as never };
  const desk = new BookmarkDesk({
    ...{ store: store.bookmarks, directory, audit, now: () => nowMs, most },
  });
  const { id } = await desk.add(by, '', content({ note: 'Last' }));
  await expect(desk.add(by, '', content())).rejects.toMatchObject({ fault: 'conflict' });
  await desk.remove(by, '', id);
  nowMs += 61 * 60_000;
  const other = await desk.list(by, { text: 'ladder' });
  await desk.remove(by, '', other.bookmarks[0]?.id ?? '');
  await expect(desk.restore(by, '', id)).rejects.toMatchObject({ fault: 'not-found' });
});

it('keeps no moment that no calendar has', async () => {
  const before = await notes();
  for (const fromMs of [9e15, -9e15, -1]) {
    const reply = await proxy.ask('POST', routes.bookmarks, content({ fromMs }));
    expect([fromMs, reply.status]).toEqual([fromMs, 400]);
    const asked = await proxy.ask('POST', routes.exports, {
      ...{ name: '', cameraIds: ['r1-c1'], fromMs, toMs: fromMs + 1000, subtitles: 'none' },
      ...{ partBytes: null, password: null, submitter: '', recipient: '', purpose: '' },
    });
    expect([fromMs, asked.status]).toEqual([fromMs, 400]);
  }
  expect(await notes()).toEqual(before);
});
