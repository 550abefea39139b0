import { expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { ExportOrder } from '../export-operations.ts';
import { fakeLink } from '../fake-link.ts';
import { exportSocket } from './endpoints-events.ts';
import { openExport } from './export-talk.ts';
import messages from './fixtures/export-messages.json';

const printed = messages.map((one) => JSON.stringify(one));
const order: ExportOrder = {
  channels: ['1', '3'],
  range: { fromMs: Date.UTC(2018, 6, 27, 14), toMs: Date.UTC(2018, 6, 27, 14, 30) },
  subtitles: 'vtt',
  partBytes: 500_000_000,
  password: 'gü=1',
  submitter: 'Control room',
  recipient: 'Police',
  purpose: 'cold\nand hungry',
};
const open = (more: Partial<ExportOrder> = {}) => openExport(fakeLink({}), { ...order, ...more });
const task = '7963635e-1bff-40e1-bbf3-3f17525aef40';

it('asks for what was ordered, in words of the row', async () => {
  const { call } = await open();
  expect(exportSocket.query.parse(call.query)).toEqual({
    timeBegin: '2018-07-27T14:00:00.000Z',
    timeEnd: '2018-07-27T14:30:00.000Z',
    ch: '1,3',
    subtitleFormat: 'VTT',
    mediaSize: '500000000B',
    statusInterval: '1s',
    lang: 'en-US',
    md5: 'true',
    password: 'Z8O8PTE=',
    submitter: 'Control room',
    recipient: 'Police',
    purpose: 'cold\nand hungry',
  });
  const bare = { partBytes: undefined, password: undefined, submitter: '', subtitles: 'none' };
  const sparse = await open(bare as Partial<ExportOrder>);
  expect(Object.keys(sparse.call.query ?? {})).not.toContain('password');
  expect(sparse.call.query).toMatchObject({ subtitleFormat: 'None' });
});

it('reads every printed message, and keeps of the addresses only what lies behind the host', async () => {
  const talk = await open();
  const range = {
    fromMs: Date.parse('2018-07-27T14:11:19.825Z'),
    toMs: Date.parse('2018-07-27T14:15:25.225Z'),
  };
  expect(printed.map((message) => talk.hear(message))).toEqual([
    [{ kind: 'ready' }],
    [{ kind: 'progress', share: 0 }],
    [{ kind: 'progress', share: 0, channel: '1' }],
    [{ kind: 'progress', share: 0.37, channel: '1' }],
    [{ kind: 'progress', share: 0.42, channel: '1' }],
    [
      { kind: 'progress', share: 0.51, channel: '1' },
      {
        kind: 'files',
        channel: '1',
        patienceMs: 10_000,
        range,
        files: [
          {
            name: 'CH1.2018-07-27T09.11.19.mp4',
            target: `/download/${task}/CH1.2018-07-27T09.11.19.mp4`,
            md5: '1125ee2c3d20f30b31166c821204603d',
          },
          {
            name: 'CH1.2018-07-27T09.11.19.vtt',
            target: `/download/${task}/CH1.2018-07-27T09.11.19.vtt`,
            md5: '9176eec58f3be777ae7bd188a1f14165',
          },
        ],
      },
    ],
    [{ kind: 'hurry', patienceMs: 2000 }],
    [{ kind: 'progress', share: 1, channel: '1' }],
    [{ kind: 'done' }],
  ]);
  expect(talk.say('wait')).toBe(`{"task":"${task}","cmd":"wait"}`);
});

it('takes the alert under either key', async () => {
  const talk = await open();
  expect(talk.hear('{"stage":"timeoutAlert","ttl":1500}')).toEqual([
    { kind: 'hurry', patienceMs: 1500 },
  ]);
});

it.each([
  [-1, 'no-data', 'ready'],
  [-2, 'parameters', 'ready'],
  [-5, 'device-full', 'ready'],
  [-1001, 'device-full', 'end'],
  [-1003, 'cancelled', 'end'],
  [-1004, 'timed-out', 'end'],
  [-77, 'unknown', 'end'],
])('tells why it ended with %i', async (code, why, stage) => {
  const talk = await open();
  const message = JSON.stringify({ stage, status: { code, message: 'x' } });
  expect(talk.hear(message)).toEqual([{ kind: 'ended', why, code }]);
});

const ended = (src: string) =>
  JSON.stringify({
    stage: 'fileEnd',
    channel: { chid: 1, file: { ttl: 1, download: [{ fileName: 'a.mp4', src }] } },
  });

it('refuses files that cannot be fetched from the device itself', async () => {
  const talk = await open();
  for (const src of [
    'javascript:x',
    'file:///etc/passwd',
    'http://h/a/../../b%2fc',
    'rtsp://h/x',
  ]) {
    expect(() => talk.hear(ended(src)), src).toThrow(DeviceError);
  }
  expect(talk.hear(ended('http://evil.example//x/a.mp4?auth=abc'))).toMatchObject([
    { files: [{ target: '/x/a.mp4' }] },
  ]);
});

it('refuses what is no message, also one cut short', async () => {
  const talk = await open();
  const cut = printed.map((message) => message.slice(0, -1));
  for (const message of ['', 'null', '{}', '<html>', '{"stage":"ready"}', ...cut]) {
    expect(() => talk.hear(message), message).toThrow(DeviceError);
  }
  expect(talk.hear('{"stage":"of another day"}')).toEqual([]);
});
