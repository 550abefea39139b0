import { describe, expect, it } from 'vitest';
import type { DeviceErrorKind, DeviceErrorReason } from '../../domain/device-error.ts';
import { type FakeAnswer, fakeLink } from '../fake-link.ts';
import { sendCommand } from './command.ts';
import { ptzEndpoint } from './endpoints-ptz.ts';

const json = (value: unknown, status = 200): FakeAnswer => ({
  status,
  contentType: 'application/json',
  text: JSON.stringify(value),
});
const stopped = (answer: FakeAnswer) =>
  sendCommand(fakeLink({ answers: { 'ptz.stop': answer } }), {
    endpoint: ptzEndpoint.stop,
    query: { ch: 1, stop: true },
  });

const codes: [number, DeviceErrorKind, DeviceErrorReason][] = [
  [-1, 'forbidden', 'no-permission'],
  [-2, 'unsupported', 'not-supported'],
  [-3, 'busy', 'camera-not-ready'],
  [-4, 'busy', 'camera-busy'],
  [-5, 'rejected', 'channel-unknown'],
  [-6, 'rejected', 'not-found'],
  [-7, 'rejected', 'command-refused'],
  [-8, 'rejected', 'illegal-parameter'],
  [-9, 'malformed-reply', 'camera-fault'],
  [-10, 'malformed-reply', 'unexpected-reply'],
  [200, 'malformed-reply', 'unexpected-reply'],
];

describe('the code of a command', () => {
  it('0 is success', async () => {
    await expect(stopped(json({ code: 0, message: 'Success' }))).resolves.toBeUndefined();
  });

  it.each(codes)('%i is %s, %s', async (code, kind, reason) => {
    const failure = { kind, reason, detail: String(code), operation: 'tsapi.ptz.stop' };
    const body = { code, message: 'SECRET words in any language' };
    await expect(stopped(json(body))).rejects.toMatchObject(failure);
    await expect(stopped(json(body, 400))).rejects.toMatchObject(failure);
    await expect(stopped(json(body))).rejects.not.toThrow('SECRET');
  });

  it.each<[number, DeviceErrorKind, DeviceErrorReason]>([
    [400, 'rejected', 'illegal-parameter'],
    [403, 'forbidden', 'no-permission'],
    [404, 'unsupported', 'not-found'],
    [500, 'rejected', 'server-error'],
  ])('status %i without a code is %s, %s', async (status, kind, reason) => {
    const answer = { status, text: '<html>No</html>', contentType: 'text/html' };
    await expect(stopped(answer)).rejects.toMatchObject({ kind, reason, detail: String(status) });
    // A code of success does not turn a refusing status into one.
    await expect(stopped(json({ code: 0 }, status))).rejects.toMatchObject({ kind, reason });
  });

  it('tells a server that has this API switched off', async () => {
    const message = 'Legacy API (v0) is disabled. Please use /api/v1/ endpoints.';
    await expect(stopped(json({ code: -1, message }, 404))).rejects.toMatchObject({
      reason: 'legacy-api-disabled',
    });
  });

  it.each(['', '{}', '{"code":"0"}', '[]', 'null', 'OK', '{"code":0', '<html></html>'])(
    '%j is no reply of a command',
    async (text) => {
      await expect(stopped({ text })).rejects.toMatchObject({ kind: 'malformed-reply' });
    },
  );
});
