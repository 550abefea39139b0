import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../protocol.ts';
import { endpoints } from './endpoints.ts';

const idsWhere = (accepts: (endpoint: Endpoint) => boolean) =>
  endpoints
    .filter(accepts)
    .map(({ id }) => id)
    .sort();

describe('the endpoints', () => {
  it('make an administrator type the name of what erases, breaks or locks out', () => {
    expect(idsWhere(({ danger }) => danger === 'destructive')).toEqual([
      'accounts.remove',
      'accounts.update',
      'device.certificate',
      'device.factory-default',
      'device.firmware-upgrade',
      'device.hard-factory-default',
      'device.restore',
      'parameters.remove',
      'parameters.update-network',
      'storage.format',
      'storage.remove',
    ]);
  });

  it('mask every reply that holds a secret', () => {
    expect(idsWhere(({ secretReply }) => secretReply === true)).toEqual([
      'accounts.passwords',
      'device.backup',
      'device.report',
      'parameters.list',
    ]);
  });

  it('let viewers look, and no more', () => {
    expect(idsWhere(({ role }) => role === 'viewer')).toEqual([
      'picture.mjpeg',
      'picture.snapshot',
      'rtsp.h264',
      'rtsp.h264-2',
      'rtsp.h264-3',
      'rtsp.h264-4',
      'rtsp.jpeg',
      'rtsp.stream',
      'storage.download',
      'storage.list',
    ]);
  });

  it('let operators move the camera and use its contacts, but not change its presets', () => {
    const operators = idsWhere(({ role }) => role === 'operator');
    expect(operators).toHaveLength(24);
    expect(operators).toEqual(
      expect.arrayContaining(['ptz.move', 'preset.go', 'inputs.state', 'output.activate']),
    );
    const configuring = endpoints.filter(({ path }) => path.endsWith('/ptzconfig.cgi'));
    expect(new Set(configuring.map(({ role, danger }) => `${role} ${danger}`))).toEqual(
      new Set(['administrator disruptive']),
    );
  });

  it('send uploads by POST and nothing else', () => {
    expect(idsWhere(({ method }) => method === 'POST')).toEqual(
      idsWhere(({ body }) => body === 'file'),
    );
  });
});
