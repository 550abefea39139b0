import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Bookmark } from '../../api/bookmarks.ts';
import {
  type Case,
  type CaseChange,
  type CaseItem,
  caseListSchema,
  caseSchema,
} from '../../api/cases.ts';
import { routes } from '../../api/routes.ts';
import { ruleOf } from '../alarms/test-rule.ts';
import { CaseDesk } from '../cases/case-desk.ts';
import { motion } from '../events/test-journal.ts';
import { AlarmSite } from '../test-site/alarm-site.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const site = new AlarmSite(proxy);
const noonMs = Date.UTC(2026, 10, 20, 12);
/** Sees the first of two cameras. */
let near: string;
let far: string;
let viewer: string;

beforeAll(async () => {
  await site.start();
  const group = await site.groupOf('d1-c1');
  near = await proxy.signInAs('operator', [group]);
  far = await proxy.signInAs('operator');
  viewer = await proxy.signInAs('viewer');
});
afterAll(() => proxy.end());

async function open(title: string, token = near, text = ''): Promise<Case> {
  const reply = await proxy.ask('POST', routes.cases, { title, text }, token);
  expect(reply.status).toBe(201);
  return caseSchema.parse(reply.json());
}

async function look(caseId: string, token = near): Promise<Case> {
  return caseSchema.parse((await proxy.ask('GET', routes.caseOf(caseId), undefined, token)).json());
}

async function bookmark(cameraIds: string[], token = far, fromMs = noonMs): Promise<Bookmark> {
  const content = { fromMs, toMs: null, cameraIds, note: 'Ladder', tags: [] };
  return (await proxy.ask('POST', routes.bookmarks, content, token)).json() as Bookmark;
}

const put = (caseId: string, item: CaseItem, token = near) =>
  proxy.ask('POST', routes.caseItems(caseId), item, token);
const take = (caseId: string, { kind, id }: CaseItem, token = near) =>
  proxy.ask('DELETE', routes.caseItem(caseId, kind, id), undefined, token);
const putBack = (caseId: string, { kind, id }: CaseItem, token = near) =>
  proxy.ask('POST', routes.restoredCaseItem(caseId, kind, id), {}, token);
const asBookmark = ({ id }: { id: string }): CaseItem => ({ kind: 'bookmark', id });
const change = ({ id, title, text, revision }: Case, over: Partial<CaseChange>, token = near) =>
  proxy.ask('PUT', routes.caseOf(id), { title, text, state: 'open', revision, ...over }, token);

async function titles(query: Record<string, string> = {}, token = near): Promise<string[]> {
  const address = `${routes.cases}?${new URLSearchParams(query)}`;
  const reply = await proxy.ask('GET', address, undefined, token);
  return caseListSchema.parse(reply.json()).cases.map(({ title }) => title);
}

/** Of the second camera. */
async function raisedAlarm(): Promise<string> {
  await proxy.ask('POST', routes.alarmRules, ruleOf({ cameraIds: ['d1-c2'] }));
  await site.happen(motion, '2');
  const raised = (await site.open()).find(({ cameraId }) => cameraId === 'd1-c2');
  return raised?.id ?? '';
}

it('gathers bookmarks, exports and alarms in the order of their times', async () => {
  const { id } = await open('Theft', far, 'What was taken');
  const late = asBookmark(await bookmark(['d1-c1'], far, noonMs + 1000));
  const early = asBookmark(await bookmark(['d1-c2'], far, noonMs - 1000));
  const order = { name: 'Copy', cameraIds: ['d1-c1'], fromMs: noonMs, toMs: noonMs + 60_000 };
  const words = { subtitles: 'none', partBytes: null, password: null };
  const ordered = await proxy.ask(
    'POST',
    routes.exports,
    { ...order, ...words, submitter: '', recipient: '', purpose: '' },
    far,
  );
  const copy: CaseItem = { kind: 'export', id: (ordered.json() as { id: string }).id };
  const alarm: CaseItem = { kind: 'alarm', id: await raisedAlarm() };
  for (const item of [late, copy, alarm, early, late]) {
    expect((await put(id, item, far)).status).toBe(200);
  }
  const { entries, ...found } = await look(id, far);
  expect(found).toMatchObject({ title: 'Theft', text: 'What was taken', closed: null });
  expect(entries.map((entry) => [entry.kind, entry.found?.id])).toEqual(
    [early, copy, late, alarm].map((item) => [item.kind, item.id]),
  );
  const list = await proxy.ask('GET', routes.cases, undefined, far);
  expect(caseListSchema.parse(list.json()).cases[0]).toMatchObject({
    ...{ id, beginning: 'What was taken', counts: { bookmark: 2, export: 1, alarm: 1 } },
  });
  expect(await titles({ holds: `alarm:${alarm.id}` }, far)).toEqual(['Theft']);
  expect(await titles({ holds: `bookmark:${alarm.id}` }, far)).toEqual([]);
  // What is gone keeps its place.
  await proxy.ask('DELETE', routes.bookmark(early.id), undefined, far);
  await vi.waitFor(async () => {
    const gone = await proxy.ask('DELETE', routes.exportOf(copy.id), undefined, far);
    expect(gone.status).toBe(204);
  });
  const after = await look(id, far);
  expect(after.entries.map((entry) => entry.found?.id)).toEqual(
    [null, null, late, alarm].map((item) => item?.id),
  );
  expect(after.entries[1]).toMatchObject({ fromMs: noonMs, toMs: noonMs + 60_000 });
  // Nobody learns more of it because it is gone.
  expect(await titles({}, near)).not.toContain('Theft');
  expect(await titles({}, viewer)).not.toContain('Theft');
});

it('is there for its author and for whoever may see everything that it holds', async () => {
  const hidden = await open('Hidden', far);
  expect(await titles({ text: 'hidden' })).toEqual(['Hidden']);
  const foreign = await bookmark(['d1-c1', 'd1-c2']);
  await put(hidden.id, asBookmark(foreign), far);
  expect(await titles({ text: 'hidden' })).toEqual([]);
  expect(await titles({ text: 'hidden' }, viewer)).toEqual(['Hidden']);
  for (const caseId of [hidden.id, 'none']) {
    const address = routes.caseOf(caseId);
    const replies = await Promise.all([
      proxy.ask('GET', address, undefined, near),
      change({ ...hidden, id: caseId }, {}),
      proxy.ask('DELETE', address, undefined, near),
      put(caseId, asBookmark(foreign)),
      take(caseId, asBookmark(foreign)),
      putBack(caseId, asBookmark(foreign)),
    ]);
    expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  }
  // Of one's own case nothing is shown that another put in and that one may not see.
  const own = await open('Own', near);
  await put(own.id, asBookmark(foreign), far);
  const { entries } = await look(own.id, near);
  expect(entries).toMatchObject([{ kind: 'bookmark', found: null }]);
});

it('takes only what a person may reach, and tells what is hidden from what is not there', async () => {
  const { id } = await open('Reach');
  const [foreign, alarm] = [await bookmark(['d1-c2']), await raisedAlarm()];
  const tried: CaseItem[] = [
    ...[asBookmark(foreign), asBookmark({ id: 'none' })],
    ...[
      { kind: 'alarm', id: alarm } as const,
      { kind: 'alarm', id: 'none' } as const,
      { kind: 'export', id: 'none' } as const,
    ],
  ];
  const replies = await Promise.all(tried.map((item) => put(id, item)));
  expect(replies.map(({ status }) => status)).toEqual(tried.map(() => 404));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]?.json()).toMatchObject({ detail: 'item' });
  expect((await put(id, { kind: 'person', id: 'x' } as never)).status).toBe(400);
});

it('is changed by its author or a supervisor, and by nobody over the words of another', async () => {
  const made = await open('First');
  expect((await change(made, { title: 'Second' }, far)).status).toBe(403);
  expect((await proxy.ask('DELETE', routes.caseOf(made.id), undefined, far)).status).toBe(403);
  const second = caseSchema.parse((await change(made, { title: 'Second' })).json());
  expect(second.revision).toBe(made.revision + 1);
  const late = await change(made, { title: 'Third' });
  expect([late.status, late.json()]).toMatchObject([409, { detail: 'changed' }]);
  const closed = caseSchema.parse((await change(second, { state: 'closed' })).json());
  expect(closed.closed).not.toBeNull();
  for (const refused of [
    await change(closed, { state: 'closed', title: 'Third' }),
    await put(made.id, asBookmark(await bookmark(['d1-c1']))),
  ]) {
    expect([refused.status, refused.json()]).toMatchObject([409, { detail: 'closed' }]);
  }
  expect(await titles({ state: 'open', text: 'second' })).toEqual([]);
  expect(await titles({ state: 'closed' })).toEqual(['Second']);
  const again = await change(closed, { text: 'New words' }, proxy.token);
  expect(caseSchema.parse(again.json())).toMatchObject({ closed: null, text: 'New words' });
  expect((await proxy.ask('DELETE', routes.caseOf(made.id))).status).toBe(204);
  expect((await proxy.ask('GET', routes.caseOf(made.id))).status).toBe(404);
  const record = await proxy.ask('GET', routes.audit);
  for (const act of ['add', 'change', 'close', 'reopen', 'remove', 'item-add']) {
    expect(record.text).toContain(`"operation":"case.${act}"`);
  }
});

it('gives up what it holds to whoever put it in or made it, and takes it back whole', async () => {
  const { id } = await open('Items', far);
  const item = asBookmark(await bookmark(['d1-c1']));
  await put(id, item, far);
  const before = (await look(id)).entries[0];
  expect((await take(id, item, near)).status).toBe(403);
  expect((await take(id, item, far)).status).toBe(204);
  expect((await take(id, item, far)).status).toBe(404);
  expect((await look(id)).entries).toEqual([]);
  expect((await putBack(id, item, far)).status).toBe(200);
  expect((await look(id)).entries[0]).toEqual(before);
  expect((await putBack(id, item, far)).status).toBe(404);
  const other = asBookmark(await bookmark(['d1-c1'], near));
  await put(id, other, near);
  expect((await take(id, other, near)).status).toBe(204);
});

it('tells the windows that something changed', async () => {
  const topics: string[] = [];
  const stop = proxy.parts.bus.subscribe((topic) => topics.push(topic));
  const { id } = await open('Told');
  await put(id, asBookmark(await bookmark(['d1-c1'])));
  stop();
  expect(topics.filter((topic) => topic === 'cases')).toHaveLength(2);
});

it('keeps no more than there is room for, and what was taken out for an hour', async () => {
  const { store, bookmarks, exports, alarms, directory } = proxy.parts;
  const person = proxy.parts.access.people.all[0];
  if (!person) throw new TypeError('nobody');
  const by = { kind: 'person', person, sees: 'all', session: { id: 's', row: {} } } as never;
  const deed = { by, address: '' };
  let nowMs = Date.now();
  const desk = new CaseDesk({
    ...{ store: store.cases, alarmStore: store.alarms, bookmarks, exports, alarms, directory },
    ...{ audit: { write: async () => ({}) as never }, publish: () => undefined },
    ...{ now: () => nowMs, most: (await store.cases.count()) + 1, mostItems: 1 },
  });
  const { id } = await desk.add(deed, { title: 'Last', text: '' });
  await expect(desk.add(deed, { title: 'Too many', text: '' })).rejects.toMatchObject({
    ...{ fault: 'conflict', detail: 'cases' },
  });
  const [one, two] = [asBookmark(await bookmark(['d1-c1'])), asBookmark(await bookmark(['d1-c1']))];
  await desk.addItem(deed, id, one);
  await expect(desk.addItem(deed, id, two)).rejects.toMatchObject({ detail: 'items' });
  await desk.removeItem(deed, id, one);
  nowMs += 61 * 60_000;
  await desk.addItem(deed, id, two);
  await desk.removeItem(deed, id, two);
  await expect(desk.restoreItem(deed, id, one)).rejects.toMatchObject({ fault: 'not-found' });
});
