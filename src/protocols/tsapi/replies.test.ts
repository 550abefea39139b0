import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import enumChannels from './fixtures/enum-channel.json';
import enumCaps from './fixtures/enum-channel-caps.json';
import infoAll from './fixtures/info-all.json';
import infoAppendix from './fixtures/info-all-appendix.json';
import infoSignedOut from './fixtures/info-all-signed-out.json';
import infoTimezone from './fixtures/info-timezone.json';
import infoWhoAmI from './fixtures/info-who-am-i.json';
import legacy from './fixtures/legacy-api-disabled.json';
import status from './fixtures/status.json';
import statusRecording from './fixtures/status-recording.json';
import statusVerbose from './fixtures/status-verbose.json';
import vodRecorded from './fixtures/vod-recorded.json';
import { deviceIdentity } from './identity.ts';
import { isLegacyDisabled, readChannels, readInfo, readStatuses } from './replies.ts';

const identityOf = (reply: unknown) => deviceIdentity(readInfo(JSON.stringify(reply), 'x'), 5);
const channelsOf = (reply: unknown) => readChannels(JSON.stringify(reply), 'x');
const statusesOf = (reply: unknown) => readStatuses(JSON.stringify(reply), 'x');

describe('readInfo', () => {
  it('reads everything that the documented reply says of the server', () => {
    expect(identityOf(infoAll)).toEqual({
      product: 'TS-LPR',
      firmware: 'v0.5.0A (64-bit)',
      apiVersion: 'TS-API@0.3.0',
      siteName: 'My home server',
      zone: { name: 'America/New_York', offsetMinutes: -300 },
      clockMs: 5,
      account: {
        name: 'admin',
        rights: ['DataExport', 'Control', 'Settings', 'Playback', 'LPR', 'SearchEdit', 'Remote'],
      },
    });
  });

  it('leaves the account out where nobody is signed in', () => {
    const identity = identityOf(infoSignedOut);
    expect(identity.account).toBeUndefined();
    expect(identity.product).toBe('TS-LPR');
    expect(identityOf(infoAppendix).apiVersion).toBe('TS-API@0.2.0');
  });

  it('prefers the newer form of rights, and only those that are granted', () => {
    expect(identityOf(infoWhoAmI).account?.rights).toEqual([
      'DataExport',
      'Control',
      'Settings',
      'Playback',
      'LPR',
      'Remote',
    ]);
    const accessRights2 = { Control: false, Remote: true, Playback: 'yes' };
    const whoAmI = { uid: 'guard', accessRights2, accessRights: ['Control'] };
    expect(identityOf({ whoAmI }).account).toEqual({ name: 'guard', rights: ['Remote'] });
  });

  it('reads a reply that holds one fact only', () => {
    expect(identityOf(infoTimezone)).toEqual({
      clockMs: 5,
      zone: { name: 'America/New_York', offsetMinutes: -300 },
    });
  });

  it('drops facts of the wrong type and keeps the others', () => {
    const reply = {
      apiVersion: 9,
      siteName: ['x'],
      timezone: 'Asia/Seoul',
      product: { name: 'TS-NVR', version: null },
      whoAmI: { uid: 7, name: ' guard ', accessRights: ['Control', 4, null] },
    };
    expect(identityOf(reply)).toEqual({
      clockMs: 5,
      product: 'TS-NVR',
      account: { name: 'guard', rights: ['Control'] },
    });
  });
});

describe('readChannels', () => {
  it('reads the documented channels', () => {
    expect(channelsOf(enumChannels).map((one) => [one.chid, one.title, one.displayName])).toEqual([
      [1, 'Front door', 'CH1. Front door'],
      [2, '', 'CH2'],
    ]);
    expect(channelsOf(enumCaps)[0]?.caps).toEqual({
      pantilt: true,
      zoom: true,
      focus: false,
      iris: false,
      home: false,
      maxPreset: 128,
      aux: 0,
      digitalInputs: 1,
      relayOutputs: 1,
      reboot: true,
    });
  });

  it('reads a number in quotes', () => {
    expect(channelsOf([{ chid: '12' }])[0]?.chid).toBe(12);
  });

  it.each([
    [{ title: 'no number' }],
    [{ chid: 0 }],
    [{ chid: -1 }],
    [{ chid: 1.5 }],
    [{ chid: '1; drop' }],
    [{ chid: null }],
    [[1]],
    [null],
    ['1'],
  ])('leaves out %j without losing its neighbours', (bad) => {
    expect(channelsOf([{ chid: 1 }, bad, { chid: 3 }]).map((one) => one.chid)).toEqual([1, 3]);
  });

  it('keeps a channel whose other fields have the wrong type', () => {
    const channel = { chid: 4, title: 7, caps: 'all', src: { a: 1 }, ptzSupported: 'yes' };
    expect(channelsOf([channel])).toEqual([{ chid: 4, src: [] }]);
    const sources = [{ src: 4 }, 'x', { src: '/live/ch4main/index.m3u8', size: [0, 'x'] }];
    expect(channelsOf([{ chid: 4, src: sources }])[0]?.src).toEqual([
      { src: '/live/ch4main/index.m3u8' },
    ]);
    const caps = { pantilt: 1, zoom: true, maxPreset: -4, aux: 1e9 };
    expect(channelsOf([{ chid: 4, caps }])[0]?.caps).toMatchObject({
      pantilt: false,
      zoom: true,
      maxPreset: 0,
      aux: 0,
      reboot: false,
    });
  });

  it('reads the numbers of recorded files as channels too', () => {
    expect(channelsOf(vodRecorded).map((one) => one.title)).toEqual([
      '192%2E168%2E0%2E111',
      '192%2E168%2E0%2E111',
    ]);
  });

  it.each([
    ['{"code":-1,"message":"x"}', 'unexpected-reply'],
    ['"channels"', 'unexpected-reply'],
    ['null', 'unexpected-reply'],
    ['[{"chid":1},]', 'not-json'],
    ['<!DOCTYPE html><title>Sign in</title>', 'html-page'],
    ['', 'empty-reply'],
  ])('refuses %j as %s', (text, reason) => {
    expect(() => readChannels(text, 'tsapi.enum.channel')).toThrow(
      expect.objectContaining({ kind: 'malformed-reply', reason, operation: 'tsapi.enum.channel' }),
    );
  });

  it('refuses a list longer than any server has channels', () => {
    const endless = `[${'{"chid":1},'.repeat(5000)}{"chid":1}]`;
    expect(() => readChannels(endless, 'x')).toThrow(
      expect.objectContaining({ kind: 'malformed-reply', reason: 'too-large' }),
    );
  });

  it('survives nesting deeper than the stack', () => {
    const deep = `[{"chid":1,"src":${'['.repeat(100_000)}${']'.repeat(100_000)}}]`;
    expect(readChannels(deep, 'x')).toEqual([{ chid: 1, src: [] }]);
  });
});

describe('readStatuses', () => {
  it('reads the documented states', () => {
    expect(statusesOf(status).map((one) => one.status?.code)).toEqual([200, 200, 200, 200]);
    expect(statusesOf(statusVerbose)).toHaveLength(4);
    expect(statusesOf(statusRecording)[3]?.recordingStatus).toEqual({
      streaming: true,
      recording: false,
      timestampRecordingFailure: '2020-03-25T10:07:09.646-05:00',
    });
  });

  it('keeps a channel whose state is damaged', () => {
    expect(statusesOf([{ chid: 1, status: { code: 'up' }, recordingStatus: true }])).toEqual([
      { chid: 1 },
    ]);
  });
});

describe('isLegacyDisabled', () => {
  it('knows the words of a server that speaks only the newer API', () => {
    expect(isLegacyDisabled(JSON.stringify(legacy))).toBe(true);
  });

  it.each(['', '<html>404</html>', '{"code":-1}', '{"message":"Not found"}', '[]', 'null'])(
    'does not see them in %j',
    (text) => {
      expect(isLegacyDisabled(text)).toBe(false);
    },
  );

  it('fails with typed failures only', () => {
    expect(() => readInfo('[', 'x')).toThrow(DeviceError);
  });
});
