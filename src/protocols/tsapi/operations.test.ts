import { describe, expect, it } from 'vitest';
import { noCapabilities } from '../../domain/camera.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import type { DeviceLink } from '../protocol.ts';
import enumCaps from './fixtures/enum-channel-caps.json';
import enumStatic from './fixtures/enum-channel-static-src.json';
import infoAll from './fixtures/info-all.json';
import infoSignedOut from './fixtures/info-all-signed-out.json';
import legacy from './fixtures/legacy-api-disabled.json';
import statusAllCodes from './fixtures/status-all-codes.json';
import statusRecording from './fixtures/status-recording.json';
import vodLive from './fixtures/vod-live.json';
import vodOld from './fixtures/vod-live-before-0.9.4.json';
import { identify, listCameras } from './operations.ts';

const json = (value: unknown, status = 200): FakeAnswer => ({
  status,
  text: JSON.stringify(value),
  contentType: 'application/json',
});
const page: FakeAnswer = { text: '<!DOCTYPE html><title>x</title>', contentType: 'text/html' };
const server = {
  'info.all': json(infoAll),
  'enum.channel': json(enumStatic),
  'vod.live': json(vodLive),
  status: json(statusRecording),
};

function failing(link: DeviceLink, operation: (link: DeviceLink) => Promise<unknown>) {
  return expect(operation(link)).rejects;
}

describe('identify', () => {
  it('says what the server is and who we are', async () => {
    const link = fakeLink({ answers: server });
    const call: DeviceLink['call'] = async (...asked) => ({
      ...(await link.call(...asked)),
      dateMs: 1_700_000_000_000,
    });
    expect(await identify({ ...link, call })).toMatchObject({
      product: 'TS-LPR',
      siteName: 'My home server',
      clockMs: 1_700_000_000_000,
      account: { name: 'admin' },
    });
  });

  it.each([
    ['the documented 401', json(infoSignedOut, 401), 'TS-LPR v0.5.0A (64-bit)'],
    ['a 200 that names no account', json(infoSignedOut), 'TS-LPR v0.5.0A (64-bit)'],
    ['a login page', { ...page, status: 401 }, undefined],
    ['an empty 401', { status: 401 }, undefined],
  ])('takes %s for a refused sign-in', async (_, answer, detail) => {
    await failing(fakeLink({ answers: { 'info.all': answer } }), identify).toMatchObject({
      kind: 'unauthorized',
      reason: 'login-refused',
      operation: 'tsapi.info.all',
      detail,
    });
  });

  it.each([
    [json(legacy, 404), 'unsupported', 'legacy-api-disabled'],
    [{ status: 404, text: '<html>404</html>' }, 'unsupported', 'not-found'],
    [page, 'malformed-reply', 'html-page'],
    [json([1]), 'malformed-reply', 'unexpected-reply'],
    [{ status: 500 }, 'rejected', 'server-error'],
  ])('ends with %j as %s, %s', async (answer, kind, reason) => {
    await failing(fakeLink({ everything: answer }), identify).toMatchObject({ kind, reason });
  });
});

describe('listCameras', () => {
  it('asks once for everything that the three lists know', async () => {
    const asked: unknown[] = [];
    const link = fakeLink({ answers: server });
    const call: DeviceLink['call'] = (one, options) => {
      asked.push([one.endpoint.id, one.query]);
      one.endpoint.query.parse(one.query ?? {});
      return link.call(one, options);
    };
    await listCameras({ ...link, call });
    expect(asked).toEqual([
      ['enum.channel', { what: 'channel', staticSrc: true, caps: true }],
      ['vod.live', undefined],
      ['status', { recordingStatus: true, verbose: 'true' }],
    ]);
  });

  it('joins them by channel', async () => {
    const cameras = await listCameras(fakeLink({ answers: server }));
    expect(cameras.map((one) => [one.channel, one.name, one.state])).toEqual([
      ['1', 'Front door', 'connected'],
      ['2', '192.168.0.106', 'connected'],
    ]);
    expect(cameras[0]?.recording).toEqual({ streaming: true, recording: true });
    expect(cameras[0]?.streams.map((one) => one.id)).toContain('sub-hls');
    expect(cameras[0]?.snapshotTarget).toBeUndefined();
  });

  it('reports capabilities, and the time since when a recording fails', async () => {
    const channels = [...enumCaps, { chid: 4, title: 'Yard' }];
    const link = fakeLink({ answers: { ...server, 'enum.channel': json(channels) } });
    const cameras = await listCameras(link);
    expect(cameras.map((one) => one.name)).toEqual(['Front door', 'CH2', 'Yard']);
    expect(cameras[0]?.capabilities).toEqual({
      ...noCapabilities,
      panTilt: true,
      zoom: true,
      presets: 128,
      digitalInputs: 1,
      relayOutputs: 1,
      reboot: true,
    });
    expect(cameras[2]?.capabilities).toEqual(noCapabilities);
    expect(cameras[2]?.recording).toEqual({
      streaming: true,
      recording: false,
      failedSinceMs: Date.parse('2020-03-25T15:07:09.646Z'),
    });
  });

  it('gives every documented status code its state', async () => {
    const channels = statusAllCodes.map(({ chid }) => ({ chid }));
    const answers = { ...server, 'enum.channel': json(channels), status: json(statusAllCodes) };
    const cameras = await listCameras(fakeLink({ answers }));
    expect(cameras.map((one) => one.state)).toEqual([
      'rebooting',
      'connecting',
      'connecting',
      'connecting',
      'unused',
      'no-response',
      'unknown',
      'connected',
      'connected',
      'camera-login-failed',
      'camera-blocked',
      'no-network',
      'camera-timeout',
      'no-video-input',
      'service-failure',
      'no-video-input',
      'no-video-input',
    ]);
  });

  it.each([400, 404])('does with vod alone where the list is unknown (%i)', async (status) => {
    const answers = { 'enum.channel': { status }, 'vod.live': json(vodOld) };
    const cameras = await listCameras(fakeLink({ answers }));
    expect(cameras.map((one) => [one.name, one.state, one.capabilities.panTilt])).toEqual([
      ['192.168.0.111', 'unknown', true],
      ['Yard gate', 'unknown', false],
    ]);
    expect(cameras[0]?.streams.map((one) => one.id)).toEqual(['main-rtmp', 'main-hls', 'page']);
    expect(cameras[0]?.recording).toBeUndefined();
  });

  it.each([page, { status: 403 }, { status: 500 }, json({ code: -1 })])(
    'does without vod and status that answer %j',
    async (answer) => {
      const answers = { 'enum.channel': json(enumStatic), 'vod.live': answer, status: answer };
      const cameras = await listCameras(fakeLink({ answers }));
      expect(cameras.map((one) => [one.name, one.state, one.streams.length])).toEqual([
        ['Front door', 'unknown', 7],
      ]);
    },
  );

  it('keeps the first of two channels with one number, in order of their numbers', async () => {
    const channels = [
      { chid: 3, title: 'C' },
      { chid: 1, title: 'A' },
      { chid: 3, title: 'D' },
    ];
    const answers = { ...server, 'enum.channel': json(channels), 'vod.live': json([]) };
    const cameras = await listCameras(fakeLink({ answers }));
    expect(cameras.map((one) => one.name)).toEqual(['A', 'C']);
  });

  it('says who refused where it is not one list alone', async () => {
    const answers = { ...server, status: { status: 401 } };
    await failing(fakeLink({ answers }), listCameras).toMatchObject({ kind: 'unauthorized' });
  });

  it.each([
    [json(legacy, 404), 'unsupported', 'legacy-api-disabled'],
    [{ status: 404, text: '<html>404</html>' }, 'unsupported', 'not-found'],
    [page, 'malformed-reply', 'html-page'],
    [json({ code: -1 }), 'malformed-reply', 'unexpected-reply'],
    [{ status: 401 }, 'unauthorized', 'login-refused'],
  ])('ends with %j as %s, %s', async (answer, kind, reason) => {
    await failing(fakeLink({ everything: answer }), listCameras).toMatchObject({ kind, reason });
  });
});
