import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { FakeAnswer } from '../fake-link.ts';
import { fakeLink } from '../fake-link.ts';
import type { DeviceLink } from '../protocol.ts';
import { push } from './endpoints-events.ts';
import { reportOperations } from './event-reports.ts';
import printedMark from './fixtures/event-videos-trigger.json';
import printedPush from './fixtures/push.json';

/** A link to a server that answers everything so, and the bodies that it was sent. */
function sending(everything: FakeAnswer): { link: DeviceLink; bodies: unknown[] } {
  const bodies: unknown[] = [];
  const link = fakeLink({ everything });
  const call: DeviceLink['call'] = (asked, options) => {
    bodies.push(asked.body);
    return link.call(asked, options);
  };
  return { link: { ...link, call }, bodies };
}

const accepted: FakeAnswer = { text: '' };
const videos: FakeAnswer = { text: JSON.stringify(printedMark.reply) };
/** The instants of the examples, as UTC. */
const inUtc = (body: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) =>
      name === 'when' || name === 'timeBegin'
        ? [name, new Date(String(value)).toISOString()]
        : [name, value],
    ),
  );

describe('what is pushed', () => {
  it('is a number plate as the guide prints it', async () => {
    const { link, bodies } = sending(accepted);
    await reportOperations.pushPlate(link, {
      zoneCode: 'F00001',
      plate: 'DSP963',
      atMs: Date.parse('2018-02-01T14:30:15-05:00'),
      firstAtMs: Date.parse('2018-02-01T14:30:14-05:00'),
    });
    await reportOperations.pushPlate(link, { zoneCode: 'F00001', plate: 'DSP963' });
    expect(bodies).toEqual([inUtc(printedPush.plate), printedPush.both[0]]);
  });

  it('is a call as the guide prints it, its end, and what was shown before', async () => {
    const { link, bodies } = sending(accepted);
    const call = { deviceName: 'vendor/device', caller: '0000001' };
    const atMs = Date.parse('2018-02-01T14:30:15-05:00');
    const shownChannels = ['1', '2', '3', '4'];
    await reportOperations.pushCall(link, { ...call, active: true, shownChannels, atMs });
    await reportOperations.pushCall(link, { ...call, active: false, shownChannels: [] });
    expect(bodies).toEqual([
      inUtc(printedPush.call),
      {
        ...{ topic: 'emergencyCall', device: 'vendor/device', src: '0000001' },
        ...{ event: 'callEnd', camera: '' },
      },
    ]);
  });

  it('fits its row in each of the printed forms', () => {
    const schema = push.body === 'file' ? undefined : push.body;
    const forms = Object.values(printedPush);
    expect(forms.map((form) => schema?.safeParse(form).success)).toEqual([true, true, true]);
  });

  it('is refused before it is sent where the guide does not allow it', async () => {
    const { link, bodies } = sending(accepted);
    const nothing = reportOperations.pushPlate(link, { zoneCode: 'F00001', plate: '' });
    await expect(nothing).rejects.toMatchObject({ kind: 'rejected', reason: 'illegal-parameter' });
    expect(bodies).toEqual([]);
  });

  it('has not arrived where a page answers', async () => {
    const { link } = sending({ text: '<html>Sign in</html>', contentType: 'text/html' });
    const sent = reportOperations.pushPlate(link, { zoneCode: 'F00001', plate: 'DSP963' });
    await expect(sent).rejects.toBeInstanceOf(DeviceError);
  });
});

describe('a mark', () => {
  it('is what the guide prints: a title, a preset, and the video around it', async () => {
    const { link, bodies } = sending(videos);
    const marked = await reportOperations.markEvent(link, '1', {
      title: 'fire outbreak',
      comment: 'Building 101, 5th floor',
      atMs: Date.parse('2022-11-29T10:13:09.646Z'),
      presetId: 'preset1',
      backup: { beforeSeconds: 5, afterSeconds: 60, channels: ['1', '2', '3', '4'] },
    });
    const [presetGo] = printedMark.request.tasks;
    expect(bodies).toEqual([
      {
        chid: 1,
        timestamp: '2022-11-29T10:13:09.646Z',
        title: 'fire outbreak',
        comment: 'Building 101, 5th floor',
        tasks: [
          presetGo,
          { command: 'eventBackup', preAlarm: 5, postAlarm: 60, chids: [1, 2, 3, 4] },
        ],
      },
    ]);
    expect(marked).toEqual({ eventId: '1234', videoTargets: printedMark.reply.videoURLs });
  });

  it('keeps the number of a second file, and no address', async () => {
    const videoURLs = [
      ...printedMark.numbered.videoURLs,
      'http://nvr/event-storage/e/a.mp4?auth=x',
    ];
    const { link, bodies } = sending({ text: JSON.stringify({ eventId: 7, videoURLs }) });
    const marked = await reportOperations.markEvent(link, '1', {});
    expect(bodies).toEqual([{ chid: 1 }]);
    expect(marked.videoTargets).toEqual([
      ...printedMark.numbered.videoURLs,
      '/event-storage/e/a.mp4',
    ]);
  });

  it.each([
    ['a backup of more than an hour', { beforeSeconds: 3601, afterSeconds: 0, channels: [] }],
    ['half a second', { beforeSeconds: 0.5, afterSeconds: 0, channels: [] }],
    ['a channel that is none', { beforeSeconds: 1, afterSeconds: 1, channels: ['gate'] }],
  ])('is refused before it is sent: %s', async (_, backup) => {
    const { link, bodies } = sending(videos);
    await expect(reportOperations.markEvent(link, '1', { backup })).rejects.toMatchObject({
      kind: 'rejected',
    });
    expect(bodies).toEqual([]);
  });

  it('fails with the code of the server', async () => {
    const { link } = sending({ text: '{"code":-1,"message":"No rights"}' });
    await expect(reportOperations.markEvent(link, '1', {})).rejects.toMatchObject({
      kind: 'forbidden',
      detail: '-1',
    });
  });
});
