import { describe, expect, it } from 'vitest';
import { parseParameters, readParameters } from './parameters.ts';

const read = (text: string) => Object.fromEntries(parseParameters(text, 'x'));
const failureOf = (text: string): unknown => {
  try {
    return parseParameters(text, 'x');
  } catch (failure) {
    return failure;
  }
};

describe('parseParameters', () => {
  it.each([
    ['LF', 'root.Brand.Brand=Acme\nroot.Network.RTSP.Port=554\n'],
    ['CRLF', 'root.Brand.Brand=Acme\r\nroot.Network.RTSP.Port=554\r\n'],
    ['no last line end', 'root.Brand.Brand=Acme\nroot.Network.RTSP.Port=554'],
    ['no root', 'Brand.Brand=Acme\nNetwork.RTSP.Port=554\n'],
    ['a byte order mark', '\uFEFFroot.Brand.Brand=Acme\nroot.Network.RTSP.Port=554\n'],
    [
      'lines that are none',
      '# list\n\nroot.Brand.Brand=Acme\nOK\nInput1=0\nroot.Network.RTSP.Port =554\n',
    ],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual({ 'Brand.Brand': 'Acme', 'Network.RTSP.Port': '554' });
  });

  it.each([
    ['root.Event.E1.Url=/a?b=c&d=e==', 'Event.E1.Url', '/a?b=c&d=e=='],
    ['root.Input.I0.Name=', 'Input.I0.Name', ''],
    ['root.Input.I0.Name= Gate ', 'Input.I0.Name', ' Gate '],
    [
      'root.Image.I0.Appearance.Resolution=720p,1080p,disable',
      'Image.I0.Appearance.Resolution',
      '720p,1080p,disable',
    ],
    ['root.Title=Gate', 'Title', 'Gate'],
  ])('keeps the value of %s', (line, name, value) => {
    expect(read(`${line}\r\n`)).toEqual({ [name]: value });
  });

  it('keeps the parameters that came beside an error line', () => {
    const text = "# Error: Error getting param in group 'root.Nope'\nroot.Brand.Brand=Acme\n";
    expect(read(text)).toEqual({ 'Brand.Brand': 'Acme' });
  });

  it('takes a hostile name as just a name', () => {
    const parameters = parseParameters('root.__proto__=x\nroot.constructor.prototype=y\n', 'x');
    expect([...parameters]).toEqual([
      ['__proto__', 'x'],
      ['constructor.prototype', 'y'],
    ]);
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it('bounds the number of parameters, the length of a name and of the text', () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `root.A.P${n}=1\n`).join('');
    expect(parseParameters(many, 'x').size).toBe(10_000);
    expect(readParameters(`root.A.${'b'.repeat(65)}=1\nroot${'.a'.repeat(13)}=1`).size).toBe(0);
    const long = `root.A.B=${'x'.repeat(2 ** 20)}`;
    expect(failureOf(long)).toMatchObject({ kind: 'malformed-reply', reason: 'too-large' });
  });

  it.each([
    ['', 'empty-reply'],
    [' \r\n', 'empty-reply'],
    ['<html><body>root.A.B=1</body></html>', 'html-page'],
    ['OK\n', 'unexpected-reply'],
    ['Input1=0\n', 'unexpected-reply'],
    ['{"root":1}', 'unexpected-reply'],
    ["var id='a1';\n", 'unexpected-reply'],
  ])('says of %j that it is %s', (text, reason) => {
    const expected = { name: 'DeviceError', kind: 'malformed-reply', reason, operation: 'x' };
    expect(failureOf(text)).toMatchObject(expected);
  });

  it.each([
    ['# Error: Invalid parameter value\n', 'Invalid parameter value'],
    ['#error: no such group.\r\n', 'no such group.'],
    ['\n# Error: hunter2 is not a valid value\n', undefined],
    ['# Error: Network.PPPoE.Password=hunter2\n', undefined],
    ['# Error:\n', undefined],
    ['# Error\n', undefined],
  ])('passes of %j only what cannot be a secret', (text, detail) => {
    const failure = failureOf(text);
    expect(failure).toMatchObject({ kind: 'rejected', reason: 'illegal-parameter', detail });
    expect(String(failure)).not.toContain('hunter2');
  });

  it.each(['# Error: Permission denied\n', 'Permission denied'])('knows %j', (text) => {
    expect(failureOf(text)).toMatchObject({ kind: 'forbidden', reason: 'no-permission' });
  });

  it('stays linear on a megabyte', () => {
    const startedMs = performance.now();
    for (const piece of ['a.', 'root.', '=', '\n', ' ', '#', '# error ', 'a.b=\n', '\t\uFEFF']) {
      readParameters(piece.repeat(Math.floor(2 ** 20 / piece.length)));
      failureOf(piece.repeat(Math.floor(2 ** 20 / piece.length)));
    }
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });
});
