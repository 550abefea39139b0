import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ruleListSchema } from '../../api/alarm-rules.ts';
import {
  alarmDetailSchema,
  alarmListSchema,
  alarmPeopleSchema,
  alarmSchema,
  type EventsReport,
} from '../../api/alarms.ts';
import { routes } from '../../api/routes.ts';
import { call } from '../alarms/test-desk.ts';
import { ruleOf } from '../alarms/test-rule.ts';
import { motion } from '../events/test-journal.ts';
import type { AlarmBatch } from '../store/alarm-store.ts';
import { AlarmSite } from '../test-site/alarm-site.ts';
import { pairScreen } from '../test-site/paired-screen.ts';
import { tellingDevice } from '../test-site/telling-protocol.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
const site = new AlarmSite(proxy);
const { ask } = { ask: proxy.ask.bind(proxy) };
let group: string;
let guard: string;
let supervisor: string;

beforeAll(async () => {
  await site.start();
  group = await site.groupOf('d1-c1');
  guard = await proxy.signInAs('operator', [group]);
  supervisor = await proxy.signInAs('supervisor');
});
afterAll(() => proxy.end());

const nothing: AlarmBatch = {
  ...{ alarms: [], steps: [], requests: [], outbox: [], recorded: [], floods: [], cursor: null },
  waiting: new Map(),
};
const acknowledge = { kind: 'acknowledge', reason: 'real' };
const movement = ruleOf({
  priority: 2,
  procedure: 'Look first.',
  linkedCameraIds: ['d1-c1', 'd1-c2'],
});

it('makes rules for supervisors, which only they change', async () => {
  expect((await ask('POST', routes.alarmRules, movement, guard)).status).toBe(403);
  const made = await ask('POST', routes.alarmRules, movement, supervisor);
  expect(made.status).toBe(201);
  const { id } = made.json() as { id: string };
  const url = routes.alarmRule(id);
  const changed = { ...movement, name: 'Anything that moves' };
  expect((await ask('PUT', url, changed, supervisor)).json()).toMatchObject({ id, ...changed });
  const { rules } = ruleListSchema.parse((await ask('GET', routes.alarmRules)).json());
  expect(rules).toHaveLength(5);
  const wrong = await ask('PUT', url, { ...movement, cameraIds: ['none'] }, supervisor);
  expect([wrong.status, wrong.json()]).toMatchObject([400, { detail: 'cameraIds' }]);
  expect((await ask('PUT', routes.alarmRule('none'), movement, supervisor)).status).toBe(404);
  const parts = { ...ruleOf({ topic: 'file' }), name: 'Gone again' };
  const gone = (await ask('POST', routes.alarmRules, parts, supervisor)).json() as { id: string };
  expect((await ask('DELETE', routes.alarmRule(gone.id), undefined, supervisor)).status).toBe(204);
  const { entries } = (await ask('GET', `${routes.audit}?operation=alarm`)).json() as {
    entries: { operation: string }[];
  };
  expect(entries.map(({ operation }) => operation)).toEqual([
    'alarm.rule-remove',
    'alarm.rule-add',
    'alarm.rule-change',
    'alarm.rule-add',
  ]);
});

it('shows a rule of a camera only to whoever may see that camera', async () => {
  const hidden = ruleOf({ name: 'Vault', topic: 'input', cameraIds: ['d1-c2'] });
  const { id } = (await ask('POST', routes.alarmRules, hidden)).json() as { id: string };
  const chief = await proxy.signInAs('supervisor', [group]);
  const { text } = await ask('GET', routes.alarmRules, undefined, chief);
  expect(text).toContain('serious-system');
  expect(text).not.toContain('Vault');
  expect((await ask('PUT', routes.alarmRule(id), ruleOf(), chief)).status).toBe(404);
  expect((await ask('DELETE', routes.alarmRule(id), undefined, chief)).status).toBe(404);
  const asks = async (cameraIds: string[]) =>
    (await ask('POST', routes.alarmRules, ruleOf({ cameraIds }), chief)).text;
  expect(await asks(['d1-c2'])).toBe(await asks(['none']));
});

it('knows no device without cameras for who sees only some', async () => {
  const { registry } = proxy.parts;
  const bare = tellingDevice('bare', 'http://127.0.0.1:10', []);
  await registry.add(bare, { name: 'Door phone', cameras: [] });
  const chief = await proxy.signInAs('supervisor', [group]);
  const asks = async (deviceId: string, token?: string) => {
    const sendings = [{ kind: 'plate', deviceId, zoneCode: 'Z', plate: 'AB 1' }] as const;
    const rule = ruleOf({ topic: 'input', cameraIds: ['d1-c1'], sendings: [...sendings] });
    return ask('POST', routes.alarmRules, rule, token);
  };
  const [foreign, none] = [await asks('bare', chief), await asks('none', chief)];
  expect([foreign.status, foreign.text]).toEqual([400, none.text]);
  const made = await asks('bare');
  expect(made.status).toBe(201);
  const url = routes.alarmRule((made.json() as { id: string }).id);
  expect((await ask('GET', routes.alarmRules, undefined, chief)).text).not.toContain('bare');
  expect((await ask('DELETE', url, undefined, chief)).status).toBe(404);
  expect((await ask('DELETE', url)).status).toBe(204);
});

it('leaves a rule about all cameras to whoever sees all of them', async () => {
  const chief = await proxy.signInAs('supervisor', [group]);
  const url = routes.alarmRule('call');
  const procedure = '\u202eLook:\r\n  1. the gate';
  const own = ruleOf({ name: 'Own gate', topic: 'input', cameraIds: ['d1-c1'], procedure });
  expect((await ask('PUT', url, { ...own, topic: 'call' }, chief)).status).toBe(403);
  expect((await ask('DELETE', url, undefined, chief)).status).toBe(403);
  const wide = await ask('POST', routes.alarmRules, ruleOf(), chief);
  expect([wide.status, wide.json()]).toMatchObject([400, { detail: 'cameraIds' }]);
  const made = await ask('POST', routes.alarmRules, own, chief);
  expect([made.status, made.json()]).toMatchObject([201, { procedure: 'Look:\n  1. the gate' }]);
  const ownUrl = routes.alarmRule((made.json() as { id: string }).id);
  expect((await ask('PUT', ownUrl, { ...own, cameraIds: [] }, chief)).status).toBe(400);
  expect((await ask('DELETE', ownUrl, undefined, chief)).status).toBe(204);
  expect((await ask('GET', routes.alarmRules)).text).toContain('"id":"call"');
});

it('shows alarms with their history and events to whoever may see the camera', async () => {
  await site.happen(motion, '1');
  await site.happen(motion, '2');
  const own = await site.open(guard);
  expect(own).toMatchObject([
    {
      cameraName: 'Gate 1',
      deviceName: 'Recorder',
      ruleName: 'Anything that moves',
      linkedCameraIds: ['d1-c1'],
      procedure: 'Look first.',
    },
  ]);
  const all = await site.open();
  expect(all).toHaveLength(2);
  const foreign = all.find(({ cameraId }) => cameraId === 'd1-c2')?.id ?? '';
  for (const url of [routes.alarm(foreign), routes.alarmPeople(foreign)]) {
    const [hidden, none] = [
      await ask('GET', url, undefined, guard),
      await ask('GET', url.replace(foreign, 'none'), undefined, guard),
    ];
    expect([hidden.status, hidden.text]).toEqual([404, none.text]);
  }
  expect((await site.act(foreign, acknowledge, guard)).status).toBe(404);
  const reply = await ask('GET', routes.alarm(own[0]?.id ?? ''), undefined, guard);
  const detail = alarmDetailSchema.parse(reply.json());
  expect(detail.steps.map(({ kind }) => kind)).toEqual(['raised']);
  expect(detail.events).toMatchObject([{ cameraId: 'd1-c1', fact: { topic: 'motion' } }]);
});

it('forwards to whoever may handle it, and tells of nobody else', async () => {
  await site.happen(motion, '2');
  const alarm = (await site.open()).find(({ cameraId }) => cameraId === 'd1-c2');
  const id = alarm?.id ?? '';
  const viewer = await proxy.signInAs('viewer');
  const { people } = alarmPeopleSchema.parse((await ask('GET', routes.alarmPeople(id))).json());
  expect(people.map(({ name, present }) => [name, present])).toEqual([
    ['First', true],
    ['supervisor 2', true],
  ]);
  expect((await site.act(id, acknowledge, viewer)).status).toBe(403);
  const { people: everybody } = proxy.parts.access;
  const [seeingNothing] = everybody.all.filter(({ name }) => name === 'operator 1');
  const refused = await site.act(id, { kind: 'forward', toPersonId: seeingNothing?.id ?? '' });
  expect(refused.status).toBe(400);
  const done = await site.act(id, { kind: 'forward', toPersonId: people[1]?.id ?? '' });
  expect(alarmSchema.parse(done.json()).owner?.name).toBe('supervisor 2');
});

it('lets a screen see the alarms of its cameras, without what people write, and do nothing', async () => {
  const view = { name: 'Wall', layout: '1', cells: [] };
  const viewId = ((await ask('POST', routes.views, view)).json() as { id: string }).id;
  const { token } = await pairScreen(proxy, { name: 'Porch', viewId, groupId: group });
  const [own, ...others] = await site.open(token);
  expect(others).toEqual([]);
  expect(own).toMatchObject({ cameraId: 'd1-c1', procedure: '' });
  const id = own?.id ?? '';
  await site.act(id, { kind: 'note', text: 'The code of the gate is known' });
  await site.act(id, { kind: 'out-of-service', reason: 'The code of the gate is known' });
  expect((await ask('GET', routes.alarms, undefined, token)).text).not.toContain('code');
  await site.act(id, { kind: 'in-service' });
  const detail = await ask('GET', routes.alarm(id), undefined, token);
  expect(alarmDetailSchema.parse(detail.json()).steps).toEqual([]);
  expect((await site.act(id, acknowledge, token)).status).toBe(403);
  expect((await ask('GET', routes.alarmRules, undefined, token)).status).toBe(403);
});

it('takes nothing of another person, whose window has kept it', async () => {
  const id = (await site.open(guard))[0]?.id ?? '';
  const body = { requestId: 'kept 0001', personId: 'other', atMs: Date.now(), action: acknowledge };
  const refused = await ask('POST', routes.alarmActions(id), body, guard);
  expect([refused.status, refused.json()]).toMatchObject([401, { reason: 'sign-in-needed' }]);
  expect((await site.open(guard))[0]?.acknowledged).toBeNull();
});

it('refuses with the reason, and pages those that are closed', async () => {
  await site.happen(call());
  const [called] = (await site.open()).filter(({ topic }) => topic === 'call');
  const id = called?.id ?? '';
  const early = await site.act(id, { kind: 'close' });
  expect([early.status, early.json()]).toMatchObject([
    409,
    { reason: 'alarm-refused', detail: 'still-active' },
  ]);
  await site.happen(call(false));
  await site.act(id, acknowledge);
  await site.act(id, { kind: 'close' });
  const { alarms } = proxy.parts.store;
  const closed = await alarms.readAlarm(id);
  if (closed === null) throw new TypeError('not kept');
  const others = Array.from({ length: 101 }, (_, index) => ({
    ...{ ...closed, id: `o${index}`, number: index + 1 },
  }));
  await alarms.save({ ...nothing, alarms: others });
  const page = async (query: string, token?: string) =>
    alarmListSchema.parse(
      (await ask('GET', `${routes.alarms}?closedFrom=0${query}`, undefined, token)).json(),
    );
  const first = await page('');
  expect(first.alarms).toHaveLength(100);
  const rest = await page(`&before=${first.before}`);
  expect(rest.alarms).toHaveLength(2);
  expect(rest.before).toBeNull();
  expect((await page('', guard)).alarms).toEqual([]);
  expect((await page('&closedTo=1')).alarms).toEqual([]);
  expect((await ask('GET', `${routes.alarms}?closedFrom=x`)).status).toBe(400);
});

it('tells every window within a second, each what it may see', async () => {
  const reports = async (token: string) => {
    const headers = { cookie: proxy.cookie(token), origin: proxy.origin };
    const socket = new WebSocket(`${proxy.origin.replace('http', 'ws')}${routes.eventFeed}`, {
      headers,
    });
    const said: { atMs: number; report: EventsReport }[] = [];
    socket.on('message', (text) =>
      said.push({ atMs: performance.now(), report: JSON.parse(String(text)) as EventsReport }),
    );
    await once(socket, 'open');
    socket.send(JSON.stringify({ type: 'open', after: null }));
    await once(socket, 'message');
    return { socket, said };
  };
  const [one, other] = [await reports(supervisor), await reports(guard)];
  await site.happen(call(true, 'last'));
  const [alarm] = (await site.open()).filter(({ topic }) => topic === 'call');
  const actedMs = performance.now();
  await site.act(alarm?.id ?? '', acknowledge);
  const seen = () =>
    one.said.find(
      ({ report }) =>
        report.type === 'alarms' && report.alarms.some(({ acknowledged }) => acknowledged),
    );
  await vi.waitFor(() => expect(seen()).toBeDefined());
  const tookMs = (seen()?.atMs ?? 0) - actedMs;
  console.info(`acknowledged, and told to another window after ${Math.round(tookMs)} ms`);
  expect(tookMs).toBeLessThan(1000);
  expect(JSON.stringify(other.said)).not.toContain(alarm?.id);
  one.socket.close();
  other.socket.close();
});
