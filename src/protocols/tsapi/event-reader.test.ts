import { describe, expect, it } from 'vitest';
import type { ReportedEvent } from '../../domain/device-event.ts';
import { eventMakers, MessageReader } from './event-reader.ts';
import printed from './fixtures/event-messages.json';

const receivedAtMs = Date.parse('2018-06-27T16:00:00Z');
const ms = (text: string) => Date.parse(text);

/** Reads each message in its turn, over one connection. */
function read(...messages: readonly object[]): (readonly ReportedEvent[])[] {
  const reader = new MessageReader(eventMakers());
  return messages.map((message) => reader.read(JSON.stringify(message), receivedAtMs));
}

const two = [
  { channel: '1', title: 'Camera1' },
  { channel: '2', title: 'Camera2' },
];
const call = {
  topic: 'call',
  caller: '0000002',
  place: 'B1 Stairs',
  deviceName: 'Sammul/Vizufon',
  linked: two,
};
const callBeginMs = ms('2018-06-27T10:56:16.316-05:00');
const callIncident = `call ${callBeginMs} ["Sammul/Vizufon","0000002"]`;
const callStart = {
  deviceAtMs: callBeginMs,
  incident: callIncident,
  fact: { ...call, active: true },
};

const changed = (at: string, fact: object) => ({
  channel: '1',
  deviceAtMs: ms(at),
  fact: { topic: 'channel', ...fact },
});
const standing = (channel: string, name: string) => ({
  channel,
  deviceAtMs: ms('2018-07-20T15:05:45.956-05:00'),
  isSnapshot: true,
  fact: { topic: 'channel', change: 'state', name, state: 'connected', message: 'Connected' },
});
const motion = (channel: string, active: boolean) => ({
  channel,
  ...(active && { incident: `motion ${channel} ${receivedAtMs}` }),
  isSnapshot: true,
  fact: { topic: 'motion', active, boxes: [] },
});
const recorded = (channel: string, streaming: boolean, recording: boolean) => ({
  channel,
  deviceAtMs: ms('2020-03-25T10:01:53.841-05:00'),
  isSnapshot: true,
  fact: { topic: 'recording', streaming, recording },
});
const lot = (id: string, name: string, count: number, most: number) => ({
  ...{ id, name, kind: 'counter', count, most, members: [] },
});
const detected = (at: string, kind: string, objectId: string, fact: object) => ({
  channel: '1',
  deviceAtMs: ms(at),
  incident: `object 1 ${kind} ${objectId} ${Math.floor(ms(at) / 86_400_000)}`,
  fact: {
    ...{ topic: 'object', kind, objectId, attributes: {}, clothes: [], colours: [] },
    ...{ boxes: [], linked: [], ...fact },
  },
});
const storage = '/storage/e/0/0/7/7673/object';

/** What the messages that the guide prints say, in its order. */
const said: readonly (readonly object[])[] = [
  [],
  [],
  [standing('1', 'Camera1'), standing('2', 'Camera2')],
  [changed('2018-07-20T16:05:45.956-05:00', { change: 'renamed', name: 'Camera1' })],
  [changed('2018-07-20T16:01:45.956-05:00', { change: 'source-modified' })],
  [
    changed('2018-07-20T16:03:45.956-05:00', {
      change: 'stream-ready',
      state: 'connected',
      message: 'Video available',
    }),
  ],
  [changed('2018-07-20T16:03:45.956-05:00', { change: 'stream-changed' })],
  [
    changed('2018-07-20T16:05:45.956-05:00', {
      change: 'state',
      state: 'connected',
      message: 'Connected',
    }),
  ],
  [changed('2018-07-20T16:05:45.956-05:00', { change: 'added' })],
  [changed('2018-07-20T16:05:45.956-05:00', { change: 'removed' })],
  [
    {
      deviceAtMs: ms('2018-07-20T16:05:45.956-05:00'),
      fact: { topic: 'channel', change: 'swapped', channels: ['1', '2'] },
    },
  ],
  [
    {
      channel: '1',
      deviceAtMs: ms('2018-06-27T10:42:02.573-05:00'),
      deviceEndMs: ms('2018-06-27T10:42:06.575-05:00'),
      incident: `plate ${ms('2018-06-27T10:42:02.573-05:00')} DSP963 1-1-7`,
      fact: {
        topic: 'plate',
        plate: 'DSP963',
        score: 98,
        direction: 'entry',
        zoneCode: '1-1-7',
        zoneName: 'B1 Parking Lot',
        box: { x: 964, y: 560, width: 187, height: 51, unit: 'pixel' },
        imageTarget: '/storage/e/0/0/0/39/39612.161192.1576732638241699.plate.jpg',
        linked: [{ channel: '2', title: 'Camera2' }],
        parkingLots: { entrance: 1, exit: 2 },
      },
    },
  ],
  [callStart],
  [callStart],
  [
    {
      ...callStart,
      deviceEndMs: ms('2018-06-27T10:59:26.322-05:00'),
      fact: { ...call, active: false },
    },
  ],
  [
    {
      deviceAtMs: ms('2018-11-15T13:16:38.054-05:00'),
      incident: 'system 16384',
      fact: {
        topic: 'system',
        code: '30',
        name: 'Storage path changed',
        severity: 'notice',
        parameters: { storagePathBefore: 'D:\\recData\\', storagePathAfter: 'E:\\recData\\' },
        comment: 'Storage path changed from D:\\recData\\ to E:\\recData\\.',
      },
    },
  ],
  [
    {
      deviceAtMs: ms('2018-12-26T15:29:20.013-05:00'),
      incident: 'system 19138',
      fact: {
        ...{ topic: 'system', code: '2', name: 'System shutdown', severity: 'serious' },
        parameters: {},
      },
    },
  ],
  [motion('1', true), motion('2', false), motion('5', true)],
  [
    {
      deviceAtMs: ms('2019-02-18T23:11:12.119-05:00'),
      isSnapshot: true,
      fact: {
        topic: 'parking',
        lots: [
          { ...lot('11', 'Total', 3, 31), kind: 'group', members: ['12', '13'] },
          lot('12', 'B1 Parking Lot', 2, 21),
          lot('13', 'B2 Parking Lot', 1, 10),
        ],
      },
    },
  ],
  [recorded('1', true, true), recorded('2', false, false), recorded('3', true, false)],
  [
    {
      channel: '3',
      deviceAtMs: ms('2020-03-25T10:08:30.003-05:00'),
      fact: {
        ...{ topic: 'recording', streaming: true, recording: false },
        failedSinceMs: ms('2020-03-25T10:07:09.646-05:00'),
      },
    },
  ],
  [
    detected('2020-05-25T13:56:02.558-05:00', 'face', '132', {
      parentId: '130',
      likelihood: 71.1,
      attributes: { gender: 'female', age: 'adult', hat: true, glasses: false, mask: false },
      imageTarget: `${storage}/7673854/7673854.4411971.1590382562558672.object._c1_t2_s552x400.jpg`,
    }),
  ],
  [
    detected('2020-05-25T13:56:18.461-05:00', 'human', '142', {
      likelihood: 74.8,
      attributes: { gender: 'female', hat: true, bag: true },
      clothes: [
        { kind: 'tops', length: 'long', colours: ['white'] },
        { kind: 'bottoms', length: 'long', colours: ['blue'] },
      ],
      imageTarget: `${storage}/7673854/7673854.4411974.1590382578461739.object._c1_t1_s376x600.jpg`,
    }),
  ],
  [
    detected('2020-05-25T14:23:58.768-05:00', 'vehicle', '182', {
      likelihood: 99.6,
      attributes: { vehicleType: 'car' },
      colours: ['white'],
      imageTarget: `${storage}/7673880/7673880.4412174.1590384238768802.object._c1_t3_s944x520.jpg`,
    }),
  ],
  [
    detected('2020-05-25T14:23:58.768-05:00', 'bodyTemperature', '182', {
      likelihood: 99.6,
      linked: [{ channel: '1', title: 'Camera1' }],
    }),
  ],
];

describe('the messages that the guide prints', () => {
  it('are all here', () => {
    expect(printed).toHaveLength(25);
    expect(said).toHaveLength(printed.length);
    expect(new Set(printed.map(({ section }) => section)).size).toBe(10);
  });

  it('say what they say, field by field', () => {
    const reader = new MessageReader(eventMakers());
    for (const [at, { section, message }] of printed.entries()) {
      const events = reader.read(JSON.stringify(message), receivedAtMs);
      expect(events, `${section}, message ${at}`).toEqual(said[at]);
    }
    expect(reader.unread).toBe(0);
  });

  it('let no address out', () => {
    const events = read(...printed.map(({ message }) => message));
    expect(JSON.stringify(events)).not.toMatch(/:\/\/|"host|localhost|watch\?/);
  });
});

describe('one incident', () => {
  it('is motion from its beginning to its end, also where nobody listened to the end', () => {
    const makers = eventMakers();
    const update = (chid: number, on: boolean) =>
      JSON.stringify({ topic: 'motionChanges', updated: [{ chid, motion: on }] });
    const first = new MessageReader(makers);
    first.read(update(2, false), 1000);
    const incident = 'motion 1 2000';
    expect(first.read(update(1, true), 2000)).toMatchObject([{ incident }]);
    expect(first.read(update(1, true), 2000)[0]).not.toHaveProperty('isSnapshot');
    const second = new MessageReader(makers);
    expect(second.read(update(1, false), 9000)).toMatchObject([
      { incident, isSnapshot: true, fact: { active: false } },
    ]);
    expect(second.read(update(1, true), 9500)).toMatchObject([{ incident: 'motion 1 9500' }]);
  });

  it('is a plate that is captured several times running', () => {
    const plate = (timestamp: string, fields: object = {}) => ({
      ...{ topic: 'LPR', plateNo: 'DSP963', deviceCode: '1-1-7', timestamp, ...fields },
    });
    const [[first], [again], [later], [told]] = read(
      plate('2018-06-27T10:42:00Z'),
      plate('2018-06-27T10:42:20Z'),
      plate('2018-06-27T10:52:20Z'),
      plate('2018-06-27T10:53:20Z', { timeBegin: '2018-06-27T10:42:00Z' }),
    ) as [[ReportedEvent], [ReportedEvent], [ReportedEvent], [ReportedEvent]];
    expect(again).toMatchObject({
      incident: first.incident,
      deviceAtMs: ms('2018-06-27T10:42:00Z'),
      deviceEndMs: ms('2018-06-27T10:42:20Z'),
    });
    expect(later.incident).not.toBe(first.incident);
    expect(told.incident).toBe(first.incident);
  });

  it('is one call, not every call of the same place', () => {
    const message = (event: string, timestamp: string) => ({
      ...{ topic: 'emergencyCall', device: 'a', caller: '7', name: 'Lift', event, timestamp },
    });
    const incidents = read(
      message('callStart', '2018-06-27T10:00:00Z'),
      message('callEnd', '2018-06-27T10:01:00Z'),
      message('callStart', '2018-06-27T11:00:00Z'),
      message('callStart', '2018-06-27T12:00:00Z'),
      message('callEnd', '2018-06-27T12:01:00Z'),
    ).map(([event]) => event?.incident);
    expect(incidents[1]).toBe(incidents[0]);
    expect(incidents[4]).toBe(incidents[3]);
    expect(new Set(incidents).size).toBe(3);
  });

  it('is an object for as long as it is seen, and another one the next day', () => {
    const face = (timestamp: string) => ({ timestamp, chid: 1, objId: 5, type: 'face' });
    const [[first], [again], [other]] = read(
      face('2020-05-25T10:00:00Z'),
      face('2020-05-25T10:00:09Z'),
      face('2020-05-26T10:00:00Z'),
    ) as [[ReportedEvent], [ReportedEvent], [ReportedEvent]];
    expect(again).toMatchObject({
      incident: first.incident,
      deviceAtMs: first.deviceAtMs,
      deviceEndMs: ms('2020-05-25T10:00:09Z'),
    });
    expect(other.incident).not.toBe(first.incident);
  });
});

describe('what is judged', () => {
  it.each([
    [{ code: 3, codeName: 'Apagado anormal' }, 'serious'],
    [{ code: 25, codeName: 'Storage ready', param: { statusCode: 0 } }, 'notice'],
    [{ code: 25, codeName: 'Storage ready', param: { statusCode: 3 } }, 'serious'],
    [{ code: 41, codeName: 'Disk write error' }, 'serious'],
    [{ code: 1, codeName: 'System startup' }, 'notice'],
    [{ code: 40, codeName: 'Full screen mode changed', type: 1 }, 'notice'],
    [{ code: 4, codeName: 'Sign in failed', type: 1 }, 'notice'],
  ])('%j is a %s', (fields, severity) => {
    const [[event] = []] = read({ topic: 'systemEvent', type: 0, ...fields });
    expect(event).toMatchObject({ fact: { severity } });
  });

  it('gives a system event neither an account nor a password', () => {
    const [[event] = []] = read({
      topic: 'systemEvent',
      code: 50,
      codeName: 'Camera added: rtsp://admin:hunter2@192.168.0.162/a',
      param: {
        uid: 'admin',
        password: 'hunter2',
        source: 'rtsp://admin:hunter2@10.0.0.1/',
        n: [1],
      },
      comment: 'see http://guard:hunter2@nvr/watch',
    });
    expect(JSON.stringify(event)).not.toMatch(/hunter2|:\/\//);
    expect(event).toMatchObject({ fact: { parameters: { uid: 'admin', n: '1' }, code: '50' } });
  });

  it('tells what a packing message holds, whatever that is', () => {
    const [[event] = []] = read({
      ...{ topic: 'packing', timestamp: '2020-05-26T10:00:00Z', chid: 3 },
      ...{ barcode: '8801', image: 'http://nvr/a.jpg' },
    });
    expect(event).toEqual({
      channel: '3',
      deviceAtMs: ms('2020-05-26T10:00:00Z'),
      fact: { topic: 'packing', text: 'barcode: 8801, image: …' },
    });
  });

  it.each([
    ['no JSON', 'ping'],
    ['no object', '[]'],
    ['a topic of another year', '{"topic":"weather"}'],
    ['a change of another year', '{"topic":"channelStatus","event":"channelPainted","chid":1}'],
    ['a list of nothing that is known', '{"topic":"motionChanges","updated":[{"chid":0}]}'],
  ])('counts what it cannot read: %s', (_, text) => {
    const reader = new MessageReader(eventMakers());
    expect(reader.read(text, receivedAtMs)).toEqual([]);
    expect(reader.unread).toBe(1);
  });
});
