import { describe, expect, it } from 'vitest';
import { endpoints } from './endpoints.ts';

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
const idsWhere = (field: 'danger' | 'role', value: string) =>
  endpoints.filter((endpoint) => endpoint[field] === value).map((endpoint) => endpoint.id);

describe('the endpoints', () => {
  it('have ids of their own', () => {
    expect(byId.size).toBe(endpoints.length);
  });

  it.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
    '%s names each parameter of its path',
    (_, endpoint) => {
      const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(Object.keys(endpoint.query.shape)).toEqual(expect.arrayContaining(names));
    },
  );

  it('hold an account in no query but those that sign in', () => {
    const secret = endpoints.filter(({ query }) => 'auth' in query.shape || 'login' in query.shape);
    expect(secret.map((endpoint) => endpoint.id)).toEqual(['auth.login', 'auth.auth']);
  });

  it('ask before anything that changes the site or lets data leave it', () => {
    expect(idsWhere('danger', 'disruptive').sort()).toEqual([
      'aux.off',
      'aux.on',
      'channel.add',
      'channel.reboot',
      'event-videos.trigger',
      'export.start',
      'preset.add',
      'preset.remove',
      'preset.set',
      'push',
      'relay.off',
      'relay.on',
      'system.reboot',
      'system.restart',
    ]);
    expect(idsWhere('danger', 'destructive')).toEqual(['channel.delete']);
  });

  it('leave the server and its channels to administrators', () => {
    expect(idsWhere('role', 'administrator').sort()).toEqual([
      'channel.add',
      'channel.delete',
      'channel.reboot',
      'system.reboot',
      'system.restart',
    ]);
  });

  it('let no viewer change anything', () => {
    const viewers = endpoints.filter((endpoint) => endpoint.role === 'viewer');
    expect(viewers.filter((one) => one.danger !== 'safe' || one.method !== 'GET')).toEqual([]);
  });

  it('mask the one reply that repeats accounts of cameras', () => {
    const masked = endpoints.filter((endpoint) => endpoint.secretReply === true);
    expect(masked.map((endpoint) => endpoint.id)).toEqual(['channel.add']);
  });
});

describe('the bodies', () => {
  const accepts = (id: string, body: unknown) => {
    const schema = byId.get(id)?.body;
    if (schema === undefined || schema === 'file') throw new TypeError(`${id} takes no JSON`);
    return schema.safeParse(body).success;
  };

  it('of push are one event or several', () => {
    const plate = { topic: 'LPR', src: 'F00001', plateNo: 'DSP963' };
    const call = {
      topic: 'emergencyCall',
      device: 'vendor/device',
      src: '0000001',
      event: 'callStart',
      camera: '1,2,3,4',
      when: '2018-02-01T14:30:15-05:00',
    };
    expect(accepts('push', plate)).toBe(true);
    expect(accepts('push', [plate, call, { ...call, camera: '' }])).toBe(true);
    expect(accepts('push', [])).toBe(false);
    expect(accepts('push', { ...plate, topic: 'object' })).toBe(false);
    expect(accepts('push', { ...call, event: 'callHold' })).toBe(false);
  });

  it('of a new channel are a camera, a stream or a file', () => {
    const stream = {
      source: 'rtsp://192.168.0.220:554/stream1',
      uid: 'u',
      password: 'p',
      tcp: true,
    };
    const camera = { ...stream, chid: 1, substream: false, device: { url: 'onvif://h:8000' } };
    const file = { source: 'C:\\video\\a.mp4', playback: 'once' };
    expect(accepts('channel.add', [camera, stream, file])).toBe(true);
    expect(accepts('channel.add', [{ ...camera, device: {} }])).toBe(false);
    expect(accepts('channel.add', [{ name: 'no source' }])).toBe(false);
    expect(accepts('channel.add', stream)).toBe(false);
  });

  it('of an event backup name a channel and what to do', () => {
    const backup = { command: 'eventBackup', preAlarm: '5s', postAlarm: '1m', chids: [1, 2] };
    const go = { command: 'presetGo', token: 'preset1' };
    const event = { chid: 1, timestamp: '2022-11-29T10:13:09.646', title: 'x', comment: { a: 1 } };
    expect(accepts('event-videos.trigger', { ...event, tasks: [go, backup] })).toBe(true);
    expect(accepts('event-videos.trigger', { chid: 1 })).toBe(true);
    expect(accepts('event-videos.trigger', { ...event, tasks: [{ command: 'erase' }] })).toBe(
      false,
    );
    expect(accepts('event-videos.trigger', { tasks: [go] })).toBe(false);
  });

  it('of a face search are a picture', () => {
    expect(byId.get('search-face')?.body).toBe('file');
  });
});
