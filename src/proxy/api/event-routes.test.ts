import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { type EventsReport, eventsReportSchema } from '../../api/alarms.ts';
import {
  type EventBeside,
  eventDaysSchema,
  eventPageSchema,
  eventSchema,
} from '../../api/events.ts';
import { routes } from '../../api/routes.ts';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import { startTellingDevice, type TellingDevice } from '../test-site/telling-device.ts';
import { tellingDevice } from '../test-site/telling-protocol.ts';
import { TestProxy } from '../test-site/test-proxy.ts';

const proxy = new TestProxy();
let device: TellingDevice;
let guard: string;

beforeAll(async () => {
  device = await startTellingDevice();
  await proxy.start();
  const told = tellingDevice('d1', device.origin);
  await proxy.parts.registry.add(told, { name: 'Recorder', cameras: [] });
  guard = await proxy.signInAs('viewer', [await groupOf('d1-c1')]);
  await vi.waitFor(() => expect(device.listeners).toBe(1), { timeout: 5000 });
});
afterAll(async () => {
  await proxy.end();
  await device.stop();
});

async function groupOf(...cameraIds: string[]): Promise<string> {
  const reply = await proxy.ask('POST', routes.cameraGroups, { name: 'Own', cameraIds });
  return (reply.json() as { id: string }).id;
}

const plate = (plateText: string, imageTarget?: string): EventFact => ({
  topic: 'plate',
  plate: plateText,
  zoneCode: '1',
  zoneName: 'Gate\u202e one',
  imageTarget,
  linked: [],
  parkingLots: {},
});

/** Has the device tell events, and waits until they are in the journal. */
async function tell(...events: ReportedEvent[]): Promise<void> {
  const { journal } = proxy.parts.events;
  const { latest } = journal;
  for (const event of events) device.say(event);
  await vi.waitFor(() => expect(journal.latest).toBeGreaterThanOrEqual(latest + events.length), {
    timeout: 5000,
  });
}

async function page(query = '', token?: string) {
  const reply = await proxy.ask('GET', `${routes.events}${query}`, undefined, token);
  expect(reply.status).toBe(200);
  return eventPageSchema.parse(reply.json());
}

it('lists what a device told, newest first, in pages, by topic, camera and time', async () => {
  await tell(
    { channel: '1', fact: plate('A 1') },
    { channel: '2', fact: plate('B 2') },
    { channel: '1', fact: { topic: 'input', inputId: '3', active: true } },
    { fact: { topic: 'packing', text: 'http://guard:canary@device/x' } },
  );
  const all = await page('?limit=2');
  expect(all.events.map(({ fact }) => fact.topic)).toEqual(['packing', 'input']);
  expect(all.more).toBe(true);
  const rest = await page(`?topics=plate,call&before=${all.events[1]?.number}`);
  expect(rest.events.map(({ cameraName }) => cameraName)).toEqual(['Gate 2', 'Gate 1']);
  expect(rest.events[0]?.fact).toMatchObject({ zoneName: 'Gate one' });
  expect((await page('?topics=plate&cameraIds=d1-c1')).events).toHaveLength(1);
  expect((await page(`?topics=plate&toMs=${Date.now() - 60_000}`)).events).toEqual([]);
  expect((await page(`?topics=plate&fromMs=${Date.now() - 60_000}`)).events).toHaveLength(2);
  expect(proxy.said.join('')).not.toContain('canary');
});

it.each(['topics=nonsense', 'before=x', 'limit=501', 'limit=0'])('refuses %s', async (query) => {
  const reply = await proxy.ask('GET', `${routes.events}?${query}`);
  expect(reply.status).toBe(400);
});

it('shows a guard the events of his cameras, and no other by its id either', async () => {
  const { events } = await page('', guard);
  expect(new Set(events.map(({ cameraId }) => cameraId))).toEqual(new Set(['d1-c1']));
  const [own] = events;
  const all = await page();
  const hidden = all.events.filter(({ cameraId }) => cameraId !== 'd1-c1');
  expect(hidden.length).toBeGreaterThanOrEqual(2);
  for (const { id } of hidden) {
    for (const address of [routes.event(id), routes.eventImage(id)]) {
      const [foreign, none] = await Promise.all(
        [address, routes.event('none')].map((one) => proxy.ask('GET', one, undefined, guard)),
      );
      expect(foreign?.status).toBe(404);
      expect(foreign?.text).toBe(none?.text);
    }
  }
  const reply = await proxy.ask('GET', routes.event(own?.id ?? ''), undefined, guard);
  expect(eventSchema.parse(reply.json())).toEqual(own);
});

it('counts the days and finds the nearest for a calendar, of what the caller may see', async () => {
  await tell({ channel: '1', fact: plate('C 3') });
  await tell({ channel: '2', fact: plate('D 4') });
  const [newest, before] = (await page('?limit=2')).events;
  const cameraIds = 'cameraIds=d1-c1,d1-c2';
  const ask = async (address: string, token?: string) =>
    (await proxy.ask('GET', `${address}&${cameraIds}`, undefined, token)).json() as EventBeside;
  const nowMs = Date.now();
  const range = `fromMs=${nowMs - 86_400_000}&toMs=${nowMs + 60_000}&zone=Asia/Tokyo`;
  const all = eventDaysSchema.parse(await ask(`${routes.eventDays}?${range}`));
  const own = eventDaysSchema.parse(await ask(`${routes.eventDays}?${range}`, guard));
  const sum = ({ days }: typeof all) => days.reduce((count, day) => count + day.count, 0);
  expect(sum(own)).toBeGreaterThan(0);
  expect(sum(all)).toBeGreaterThan(sum(own));
  const latest = `${routes.eventBeside}?atMs=${(newest?.atMs ?? 0) + 1}&side=before`;
  expect((await ask(latest)).event).toMatchObject({ cameraId: 'd1-c2', id: newest?.id });
  expect((await ask(latest, guard)).event).toMatchObject({ cameraId: 'd1-c1', id: before?.id });
  const later = `${routes.eventBeside}?atMs=${(newest?.atMs ?? 0) + 1}&side=after`;
  expect(await ask(later)).toEqual({ event: null });
});

it.each([
  `${routes.eventDays}?cameraIds=a&fromMs=0&toMs=1&zone=Mars/Olympus`,
  `${routes.eventDays}?cameraIds=a&fromMs=0&toMs=99999999999&zone=UTC`,
  `${routes.eventDays}?fromMs=0&toMs=1&zone=UTC`,
  `${routes.eventBeside}?cameraIds=a&atMs=1&side=left`,
])('refuses %s', async (address) => {
  expect((await proxy.ask('GET', address)).status).toBe(400);
});

it('fetches the picture of an event from its device, as what it is and never more', async () => {
  await tell(
    { channel: '1', fact: plate('P', '/picture') },
    { channel: '1', fact: plate('L', '/large') },
    { channel: '1', fact: plate('H', '/page') },
    { channel: '1', fact: plate('E', '//evil.example/picture') },
  );
  const { events } = await page('?limit=4');
  expect(events.map(({ hasImage }) => hasImage)).toEqual([false, true, true, true]);
  const replies = await Promise.all(
    events.map(({ id }) => proxy.ask('GET', routes.eventImage(id), undefined, guard)),
  );
  expect(replies.map(({ status }) => status)).toEqual([404, 502, 502, 200]);
  expect(replies[3]?.headers.get('content-type')).toBe('image/jpeg');
  expect(replies[3]?.headers.get('content-security-policy')).toContain('sandbox');
  expect(replies[3]?.headers.get('cache-control')).toBe('no-store');
});

it('tells windows what happens at once, and marks and fills what was missed', async () => {
  const said: EventsReport[] = [];
  const socket = new WebSocket(`${proxy.origin.replace('http', 'ws')}${routes.eventFeed}`, {
    headers: { origin: proxy.origin, cookie: proxy.cookie() },
  });
  socket.on('message', (text) => said.push(eventsReportSchema.parse(JSON.parse(String(text)))));
  socket.once('open', () => socket.send(JSON.stringify({ type: 'open', after: null })));
  await vi.waitFor(() => expect(said).toHaveLength(1), { timeout: 5000 });
  expect(said[0]).toMatchObject({ listening: [{ deviceId: 'd1', state: 'listening' }] });
  device.drop();
  device.log.push({ channel: '2', deviceAtMs: Date.now(), fact: plate('MISSED') });
  const of = (type: EventsReport['type']) => said.filter((report) => report.type === type);
  await vi.waitFor(
    () => {
      const news = JSON.stringify(of('events'));
      expect(news).toContain('MISSED');
      expect(news).toContain('"state":"filled"');
    },
    { timeout: 5000 },
  );
  expect(of('listening').at(-1)).toMatchObject({ listening: [{ state: 'listening' }] });
  const { events, gaps } = await page('?topics=plate&limit=1');
  expect(events).toMatchObject([{ isLate: true, fact: { plate: 'MISSED' } }]);
  expect(gaps).toMatchObject([{ deviceId: 'd1', state: 'filled' }]);
  socket.close();
});

it('lets a camera follow its picture when two channels change places', async () => {
  await tell(
    { fact: { topic: 'channel', change: 'swapped', channels: ['1', '2'] } },
    { channel: '1', fact: plate('AFTER') },
  );
  const { events } = await page('?topics=plate&limit=1');
  expect(events).toMatchObject([{ cameraId: 'd1-c2', fact: { plate: 'AFTER' } }]);
  await vi.waitFor(async () => {
    const { cameras } = await proxy.parts.store.readRegistry();
    expect(cameras.map(({ id, channel }) => `${id} ${channel}`)).toEqual(['d1-c1 2', 'd1-c2 1']);
  });
});
