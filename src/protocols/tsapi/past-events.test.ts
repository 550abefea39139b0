import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { recordingLink } from '../recording-link.ts';
import plates from './fixtures/find-car-number.json';
import log from './fixtures/find-event-log.json';
import objects from './fixtures/find-object.json';
import { listPastEvents } from './past-events.ts';

const ms = (text: string) => Date.parse(text);
const json = (value: unknown): FakeAnswer => ({ text: JSON.stringify(value) });
const empty = json({ totalCount: 0, at: 0, data: [] });
const paged =
  (whole: { readonly data: readonly unknown[] }, most = 200) =>
  ({ at }: { at?: unknown }) => {
    const from = Number(at);
    return json({ totalCount: whole.data.length, at, data: whole.data.slice(from, from + most) });
  };
const server = {
  'find.event-log': paged(log),
  'find.car-number': paged(plates),
  'find.object': paged(objects),
};
const years = { fromMs: ms('2018-01-01T00:00:00Z'), toMs: ms('2020-12-31T00:00:00Z') };

describe('events of the logs', () => {
  it('are those that the guide prints, under the incidents of the live messages', async () => {
    const { events, complete } = await listPastEvents(fakeLink({ answers: server }), years);
    expect(complete).toBe(false);
    expect(events).toHaveLength(3 + 3 + 4);
    expect(events.slice(0, 5)).toEqual([
      {
        deviceAtMs: ms('2018-02-19T18:24:26.002-05:00'),
        incident: 'system 518',
        fact: {
          ...{ topic: 'system', code: '25', name: 'Storage ready', severity: 'notice' },
          parameters: { storagePath: 'E:\\recData\\', statusCode: '0' },
        },
      },
      {
        deviceAtMs: ms('2018-02-19T18:24:20.249-05:00'),
        incident: 'system 517',
        fact: {
          ...{ topic: 'system', code: '1.4', name: 'Sign in', severity: 'notice' },
          parameters: { uid: 'admin', autoLogin: '1' },
          comment: 'admin: Auto-login',
        },
      },
      {
        deviceAtMs: ms('2018-02-19T12:11:08.680-05:00'),
        incident: 'system 469',
        fact: {
          ...{ topic: 'system', code: '27', name: 'License applied', severity: 'notice' },
          parameters: {
            ...{ type: 'genuine', maxChannels: '36', extension: '1, 0, 0' },
            mediaType: 'USB dongle',
          },
          comment: 'Genuine license',
        },
      },
      {
        channel: '1',
        deviceAtMs: ms('2018-02-21T09:07:29.000-05:00'),
        deviceEndMs: ms('2018-02-21T09:07:34.057-05:00'),
        incident: `plate ${ms('2018-02-21T09:07:29.000-05:00')} 55EV96 1-1-1`,
        fact: {
          topic: 'plate',
          plate: '55EV96',
          score: 95,
          direction: 'entry',
          zoneCode: '1-1-1',
          zoneName: 'The Empire State',
          box: { x: 821, y: 473, width: 173, height: 43, unit: 'pixel' },
          imageTarget: '/storage/e/0/0/0/39/39589.161142.1576732385942440.plate.jpg',
          linked: [2, 3, 4].map((chid) => ({ channel: String(chid), title: `CH${chid}` })),
          parkingLots: {},
        },
      },
      expect.objectContaining({
        deviceEndMs: ms('2018-02-21T08:00:01.714-05:00'),
        fact: expect.objectContaining({ plate: 'DSP963', direction: 'exit', score: 95 }),
      }),
    ]);
    expect(events[5]).toMatchObject({ fact: { plate: 'L647AN', linked: [] } });
    expect(events[5]?.fact).toHaveProperty('imageTarget', undefined);
    expect(events.slice(6)).toMatchObject([
      { fact: { kind: 'face', objectId: '837', likelihood: 82.59, attributes: { age: 'middle' } } },
      {
        fact: { kind: 'face', objectId: '842', likelihood: 90.09, attributes: { gender: 'male' } },
      },
      { fact: { kind: 'human', clothes: [{ colours: ['red'] }, { kind: 'bottoms' }] } },
      { fact: { kind: 'vehicle', colours: ['gray'], attributes: { vehicleType: 'car' } } },
    ]);
    expect(JSON.stringify(events)).not.toMatch(/:\/\/|192\.168|"host/);
  });

  it('are asked for by time, oldest first, page by page', async () => {
    const answers = { ...server, 'find.event-log': paged(log, 2), 'find.car-number': empty };
    const { link, calls } = recordingLink({ answers });
    const { events } = await listPastEvents(link, years);
    expect(events).toHaveLength(3 + 4);
    const time = 'timeBegin=2018-01-01T00:00:00.000Z&timeEnd=2020-12-31T00:00:00.000Z';
    const page = (at: number) => `${time}&sort=asc&at=${at}&maxCount=200`;
    expect(calls).toEqual([
      `find.event-log?what=eventLog&type=0&lang=en-US&${page(0)}`,
      `find.event-log?what=eventLog&type=0&lang=en-US&${page(2)}`,
      `find.car-number?what=carNo&lang=en-US&${page(0)}`,
      `find.object?what=object&lang=en-US&${page(0)}`,
    ]);
  });

  it('come to an end on a server that gives the same page for ever', async () => {
    const endless = json({ ...log, totalCount: 1e9 });
    let asked = 0;
    const answers = { ...server, 'find.event-log': endless };
    await listPastEvents(fakeLink({ answers, onAsked: () => (asked += 1) }), years);
    expect(asked).toBe(50 + 2);
  });

  it('are none from outside the time, whatever the server gives', async () => {
    const range = { fromMs: ms('2018-02-21T14:07:30Z'), toMs: ms('2018-02-21T14:07:31Z') };
    const { events } = await listPastEvents(fakeLink({ answers: server }), range);
    expect(events).toMatchObject([{ fact: { plate: '55EV96' } }]);
  });

  it('do without a log that a server does not have, but not without all', async () => {
    const answers = { 'find.object': paged(objects) };
    expect((await listPastEvents(fakeLink({ answers }), years)).events).toHaveLength(4);
    await expect(listPastEvents(fakeLink({}), years)).rejects.toBeInstanceOf(DeviceError);
    const refused = { ...server, 'find.object': { status: 401 } };
    await expect(listPastEvents(fakeLink({ answers: refused }), years)).rejects.toMatchObject({
      kind: 'unauthorized',
    });
  });
});
