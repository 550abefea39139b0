import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { readCameraModes } from './camera-modes.ts';
import { cameraSettingsJson, cameraSettingsXml } from './fixtures/camera-settings.ts';
import { systemInfoJson, systemInfoPlain, systemInfoXml } from './fixtures/system-info.ts';
import { operations } from './operations.ts';

const server = (text: string, settings: FakeAnswer = { text: cameraSettingsJson(3) }) =>
  fakeLink({ answers: { 'system.info': { text }, 'settings-cameras.read': settings } });

async function failureOf(work: Promise<unknown>): Promise<DeviceError> {
  const failure: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (failure instanceof DeviceError) return failure;
  throw new TypeError('no DeviceError');
}

describe('identify', () => {
  const harbour = {
    product: 'SecuritySpy',
    firmware: '6.20',
    siteName: 'Harbour',
    serial: 'FIXTUREUUID000000001',
    zone: { offsetMinutes: 330 },
    clockMs: Date.UTC(2025, 10, 21, 12, 26, 40),
  };

  it.each([
    ['JSON', systemInfoJson],
    ['JSON in a wrapper', `{"system":${systemInfoJson}}`],
    ['XML where JSON was asked for', systemInfoXml],
  ])('reads %s, half hours of the zone included', async (_, text) => {
    expect(await operations.identify(server(text))).toEqual(harbour);
  });

  it('reads the older spelling, and leaves out what is empty', async () => {
    expect(await operations.identify(server(systemInfoPlain))).toEqual({
      product: 'SecuritySpy',
      firmware: '5.5.3',
      siteName: undefined,
      serial: 'FIXTUREUUID000000002',
      zone: { offsetMinutes: -480 },
      clockMs: Date.UTC(2025, 10, 21, 12, 26, 40),
    });
  });

  it.each([
    ['<seconds-from-gmt>19800</seconds-from-gmt>', '', 330],
    ['<seconds-from-gmt>19800</seconds-from-gmt>', '<seconds-from-gmt>x</seconds-from-gmt>', 330],
    ['>19800<', '>-12600<', -210],
    ['>19800<', '>0<', 0],
    ['>19800<', '>999999<', 330],
  ])('with %s as %s lies %i minutes east', async (from, to, offsetMinutes) => {
    const identity = await operations.identify(server(systemInfoXml.replace(from, to)));
    expect(identity.zone).toEqual({ offsetMinutes });
  });

  it('knows no zone and no clock where the server tells neither', async () => {
    const { zone, clockMs } = await operations.identify(server('{"server":{"version":6.2}}'));
    expect([zone, clockMs]).toEqual([undefined, undefined]);
  });

  it.each([
    ['<system><server><name>x</name></server></system>', 'unexpected-reply'],
    ['{"server":[]}', 'unexpected-reply'],
    ['{"camera-list":[]}', 'unexpected-reply'],
    ['<!DOCTYPE system [<!ENTITY a "b">]><system/>', 'unexpected-reply'],
    ['<!DOCTYPE html><html/>', 'html-page'],
    ['OK', 'not-json'],
    ['', 'empty-reply'],
  ])('refuses %j', async (text, reason) => {
    const failure = await failureOf(operations.identify(server(text)));
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
    expect(failure.operation).toBe('securityspy.system.info');
  });
});

describe('listCameras', () => {
  it.each([
    ['JSON', systemInfoJson],
    ['XML', systemInfoXml],
  ])('sorts by number and reads what %s says of each', async (_, text) => {
    const cameras = await operations.listCameras(server(text));
    const facts = cameras.map(({ channel, name, state, recording }) => [
      channel,
      name,
      state,
      recording?.recording,
    ]);
    expect(facts).toEqual([
      ['0', '', 'connected', false],
      ['2', 'Loading bay', 'camera-timeout', undefined],
      ['3', 'Gate & yard', 'connected', true],
    ]);
    // Number 0 can do everything, but its account may not move it.
    expect(cameras.map(({ capabilities }) => capabilities.panTilt)).toEqual([false, false, true]);
    expect(cameras[2]?.capabilities).toMatchObject({ home: false, zoom: true, presets: 8 });
  });

  it('reads one camera in the older spelling, which may record on motion', async () => {
    const cameras = await operations.listCameras(server(systemInfoPlain));
    expect(cameras).toHaveLength(1);
    expect(cameras[0]).toMatchObject({ channel: '7', name: 'Road', state: 'connected' });
    expect(cameras[0]?.recording).toBeUndefined();
    expect(cameras[0]?.capabilities).toMatchObject({ panTilt: true, home: true, presets: 8 });
  });

  const one = (camera: string) => `{"server":{"version":"6.1"},"camera-list":${camera}}`;
  it('leaves out what the server would have to encode first for a camera that sends JPEG', async () => {
    const kinds = async (format: string) => {
      const text = one(`{"number":4,"video-format":"${format}"}`);
      const [camera] = await operations.listCameras(server(text));
      return [...new Set(camera?.streams.map(({ kind }) => kind))];
    };
    expect(await kinds('JPEG')).toEqual(['mjpeg', 'page']);
    expect(await kinds('')).toEqual(await kinds('H.264'));
    expect(await kinds('H.264')).toEqual(['h26x', 'mjpeg', 'hls', 'rtsp', 'page']);
  });

  it.each([
    ['no list', '{"server":{"version":"6.1"}}', []],
    ['an empty list', one('[]'), []],
    ['one camera without a list', one('{"number":4,"connected":true}'), ['4']],
    ['a list inside', one('{"camera":[{"number":5},{"number":"4"}]}'), ['4', '5']],
    ['one camera inside', one('{"camera":{"number":4}}'), ['4']],
    ['the same number twice', one('[{"number":4,"name":"a"},{"number":4,"name":"b"}]'), ['4']],
    ['what are no cameras', one('[1,null,{},{"number":-1},{"number":"x"},{"number":4}]'), ['4']],
  ])('reads %s', async (_, text, channels) => {
    const cameras = await operations.listCameras(server(text));
    expect(cameras.map(({ channel }) => channel)).toEqual(channels);
  });

  it.each([
    ['{"connected":true,"last-error":800,"last-error-description":"Timeout"}', 'connected'],
    ['{"connected":false,"last-error":800,"last-error-description":"Timed out"}', 'camera-timeout'],
    ['{"connected":"no","last-error-description":"Unauthorised"}', 'camera-login-failed'],
    ['{"connected":false,"last-error-description":"Wrong password"}', 'camera-login-failed'],
    ['{"connected":false,"last-error":70835,"last-error-description":"?"}', 'no-response'],
    ['{"connected":false,"last-error":-3}', 'no-response'],
    ['{"connected":false,"last-error":0,"last-error-description":""}', 'connecting'],
    ['{"connected":"perhaps"}', 'unknown'],
    ['{}', 'unknown'],
  ])('says of %s that it is %s', async (camera, state) => {
    const text = one(`[${camera.replace('{', '{"number":1,').replace(',}', '}')}]`);
    expect((await operations.listCameras(server(text)))[0]?.state).toBe(state);
  });

  it('takes no list that is longer than any server has cameras', async () => {
    const many = Array.from({ length: 1025 }, (_, number) => ({ number }));
    const work = operations.listCameras(server(one(JSON.stringify(many))));
    expect((await failureOf(work)).reason).toBe('too-large');
  });
});

describe('readPictureSettings', () => {
  it.each([
    ['JSON', cameraSettingsJson(3)],
    ['XML where JSON was asked for', cameraSettingsXml],
  ])('reads %s, and nothing of the account in it', async (_, text) => {
    const settings = await operations.readPictureSettings(server('', { text }), '3');
    expect(settings).toEqual({
      brightness: { value: 50, maximum: 100 },
      contrast: { value: 40, maximum: 100 },
    });
  });

  it('leaves out levels outside the documented range', async () => {
    const text = cameraSettingsXml.replace('>50</b', '>101</b').replace('>40</c', '>-1</c');
    const settings = await operations.readPictureSettings(server('', { text }), '3');
    expect([settings.brightness, settings.contrast]).toEqual([undefined, undefined]);
  });

  it.each([
    ['an account that may not', '3', { status: 403, text: '403 Access Denied' }, 'forbidden'],
    ['a server that has no such camera', '9', { status: 500 }, 'rejected'],
    ['settings of another camera', '9', { text: cameraSettingsXml }, 'malformed-reply'],
    ['no settings', '3', { text: '<settings/>' }, 'malformed-reply'],
    ['a channel that is none', '3x', { text: cameraSettingsXml }, 'rejected'],
    ['a negative channel', '-1', { text: cameraSettingsXml }, 'rejected'],
  ])('of %s ends in a failure of its kind', async (_, channel, settings, kind) => {
    const failure = await failureOf(operations.readPictureSettings(server('', settings), channel));
    expect(failure.kind).toBe(kind);
    expect(failure.message).not.toContain('FIXTURE');
  });
});

describe('readCameraModes', () => {
  it.each([
    ['LF', 'C:ARMED\nM:DISARMED\nA:ARMED\n'],
    ['CR', 'C:ARMED\rM:DISARMED\rA:ARMED\r'],
    ['CRLF', 'C:ARMED\r\nM:DISARMED\r\nA:ARMED'],
  ])('reads lines that end in %s', (_, text) => {
    expect(readCameraModes(text, 'x')).toEqual({
      continuousCapture: true,
      motionCapture: false,
      actions: true,
    });
  });

  it.each([
    ['', 'empty-reply'],
    ['<html>C:ARMED\nM:ARMED\nA:ARMED\n</html>', 'html-page'],
    ['C:ARMED\rM:ARMED\r', 'unexpected-reply'],
    ['C:ARMED\rM:UNARMED\rA:ARMED\r', 'unexpected-reply'],
    ['XC:ARMED\rM:ARMED\rA:ARMED\r', 'unexpected-reply'],
  ])('refuses %j', async (text, reason) => {
    const failure = await failureOf(
      Promise.resolve(text).then((reply) => readCameraModes(reply, 'x')),
    );
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
  });
});
