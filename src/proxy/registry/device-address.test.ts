import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { originOf, parseDeviceAddress } from './device-address.ts';

const good: readonly [typed: string, host: string, port: number | undefined, target: string][] = [
  ['192.168.1.20', '192.168.1.20', undefined, '/'],
  ['192.168.1.20:8080', '192.168.1.20', 8080, '/'],
  ['  192.168.1.20  ', '192.168.1.20', undefined, '/'],
  ['camera', 'camera', undefined, '/'],
  ['Camera.Local', 'camera.local', undefined, '/'],
  ['camera.local.', 'camera.local', undefined, '/'],
  ['cam_1.lan:81', 'cam_1.lan', 81, '/'],
  ['localhost:81', 'localhost', 81, '/'],
  ['http://192.168.1.20', '192.168.1.20', undefined, '/'],
  ['http://192.168.1.20:80/', '192.168.1.20', 80, '/'],
  ['HTTP://192.168.1.20/', '192.168.1.20', undefined, '/'],
  ['https://nvr.example', 'nvr.example', undefined, '/'],
  ['http://nvr.example/live.mjpg', 'nvr.example', undefined, '/live.mjpg'],
  ['nvr.example/live.mjpg?size=2', 'nvr.example', undefined, '/live.mjpg?size=2'],
  ['http://nvr.example:83/watch?ch=1', 'nvr.example', 83, '/watch?ch=1'],
  ['http://nvr.example/a#part', 'nvr.example', undefined, '/a'],
  ['[fe80::1]', 'fe80::1', undefined, '/'],
  ['[2001:db8::7]:8080/x', '2001:db8::7', 8080, '/x'],
  ['2001:db8::7', '2001:db8::7', undefined, '/'],
  ['http://[2001:DB8::7]/', '2001:db8::7', undefined, '/'],
  ['//192.168.1.20/live', '192.168.1.20', undefined, '/live'],
  ['<http://192.168.1.20/>', '192.168.1.20', undefined, '/'],
  ['"192.168.1.20"', '192.168.1.20', undefined, '/'],
  ['ws://media.lan:8000/live/gate.flv', 'media.lan', 8000, '/live/gate.flv'],
  ['WSS://media.lan/live/gate.flv', 'media.lan', undefined, '/live/gate.flv'],
  ['rtsp://192.168.1.20/h264?ch=1', '192.168.1.20', undefined, '/h264?ch=1'],
  ['RTSPS://Cam.LAN:554/live', 'cam.lan', 554, '/live'],
  ['rtsp://[2001:DB8::7]:8554/a', '2001:db8::7', 8554, '/a'],
  ['http', 'http', undefined, '/'],
  ['http:8080', 'http', 8080, '/'],
  ['http://müller.example', 'xn--mller-kva.example', undefined, '/'],
];

const bad: readonly [typed: string, reason: string, detail: string | undefined][] = [
  ['', 'address-invalid', undefined],
  ['http//192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http:/192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http:192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http;//192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['htp://192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['htttps://192.168.1.20', 'address-invalid', 'https://192.168.1.20'],
  ['ttp://192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http:\\\\192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http:///192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['http://http://192.168.1.20', 'address-invalid', 'http://192.168.1.20'],
  ['192.168. 1.20', 'address-invalid', '192.168.1.20'],
  ['192.168.1.20: 80', 'address-invalid', '192.168.1.20:80'],
  ['192.168.1', 'address-invalid', undefined],
  ['192.168.1.256', 'address-invalid', undefined],
  ['192.168.1.20:99999', 'address-invalid', undefined],
  ['192.168.1.20:0', 'address-invalid', undefined],
  ['192.168.1.20:port', 'address-invalid', undefined],
  ['2130706433', 'address-invalid', undefined],
  ['0x7f.0.0.1', 'address-invalid', undefined],
  ['010.0.0.1', 'address-invalid', undefined],
  ['fe80::1%eth0', 'address-invalid', undefined],
  ['http://', 'address-invalid', undefined],
  ['-camera-', 'address-invalid', undefined],
  ['file:///etc/passwd', 'address-invalid', undefined],
  ['javascript://alert', 'address-invalid', undefined],
  ['rtsp://010.0.0.1/stream', 'address-invalid', undefined],
  ['rtspu://192.168.1.20/stream', 'not-supported', 'rtspu://'],
  ['RTMP://192.168.1.20/live', 'not-supported', 'rtmp://'],
  ['rtmp://admin:canary@192.168.1.20/', 'not-supported', 'rtmp://'],
  ['http//admin:canary@192.168.1.20', 'address-invalid', undefined],
  ['http://admin:ca#nary@192.168.1.20', 'address-invalid', undefined],
  ['192.168.1.20\u0000', 'address-invalid', undefined],
];

describe('parseDeviceAddress', () => {
  it.each(good)('reads %s', (typed, host, port, entryTarget) => {
    expect(parseDeviceAddress(typed)).toMatchObject({ host, port, entryTarget });
  });

  it.each(bad)('refuses %j with words', (typed, reason, detail) => {
    const failure = failureOf(typed);
    expect(failure.reason).toBe(reason);
    expect(failure.detail).toBe(detail);
    expect(failure.message).not.toContain('canary');
  });

  it.each([
    ['http://admin:p%40ss@nvr.example/x', 'admin', 'p@ss', '/x'],
    ['admin:secret@192.168.1.20', 'admin', 'secret', '/'],
    ['http://admin@nvr.example', 'admin', '', '/'],
    [
      'http://h/videostream.cgi?user=admin&pwd=p%26w&rate=1',
      'admin',
      'p&w',
      '/videostream.cgi?rate=1',
    ],
    ['http://h/watch?ch=1&auth=ZGVtbzpzZWNyZXQ%3D', 'demo', 'secret', '/watch?ch=1'],
    ['http://h/live?loginuse=a&loginpas=b', 'a', 'b', '/live'],
    // Base64 of `guard:w~?>ü`, in both alphabets; a plus and a slash as they are pasted.
    ['http://h/image?cameraNum=0&auth=Z3VhcmQ6d34/PsO8', 'guard', 'w~?>ü', '/image?cameraNum=0'],
    ['http://h/image?cameraNum=0&auth=Z3VhcmQ6d34_PsO8', 'guard', 'w~?>ü', '/image?cameraNum=0'],
    ['http://h/image?auth=Z3VhcmQ6fj5+Pg==', 'guard', '~>~>', '/image'],
  ])('takes the account out of %s', (typed, username, password, entryTarget) => {
    expect(parseDeviceAddress(typed)).toMatchObject({
      credentials: { username, password },
      entryTarget,
    });
  });

  it.each([
    ['http://h/image?auth=!0a1b2c3d00112233445566778899aabbccddeeff00112233&cameraNum=2'],
    ['http://h/image?cameraNum=2&auth=API_0123456789abcdefABCDEF0123456789'],
    ['http://h/image?auth=%3A%3A&cameraNum=2'],
    ['http://h/image?cameraNum=2&auth='],
  ])('drops a token that is no account from %s, and reads none out of it', (typed) => {
    const address = parseDeviceAddress(typed);
    expect(address.entryTarget).toBe('/image?cameraNum=2');
    expect(address.credentials).toBeUndefined();
  });

  it('leaves a query without an account as it was typed', () => {
    const address = parseDeviceAddress('h/api?apiVersion&x=%2f');
    expect(address.entryTarget).toBe('/api?apiVersion&x=%2f');
    expect(address.credentials).toBeUndefined();
  });

  it('writes origins in one spelling', () => {
    expect(originOf(parseDeviceAddress('H:80'), 80)).toBe('http://h');
    expect(originOf(parseDeviceAddress('[2001:DB8::7]'), 81)).toBe('http://[2001:db8::7]:81');
    expect(originOf(parseDeviceAddress('https://h'), 443)).toBe('https://h');
    expect(originOf(parseDeviceAddress('ws://H/a'), 80)).toBe('ws://h');
    expect(originOf(parseDeviceAddress('wss://h/a'), 8443)).toBe('wss://h:8443');
    expect(originOf(parseDeviceAddress('RTSP://H/a'), 554)).toBe('rtsp://h');
    expect(originOf(parseDeviceAddress('rtsp://[2001:DB8::7]/a'), 8554)).toBe(
      'rtsp://[2001:db8::7]:8554',
    );
  });
});

function failureOf(typed: string): DeviceError {
  try {
    parseDeviceAddress(typed);
  } catch (error) {
    if (error instanceof DeviceError) return error;
    throw error;
  }
  throw new TypeError('it was accepted');
}
