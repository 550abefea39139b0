import { afterEach, describe, expect, it, vi } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { startFlakiness } from './flakiness.ts';
import { withoutSecrets } from './http/request-log.ts';
import { type Site, startSite } from './site.ts';
import { TsNvr } from './ts-nvr/ts-nvr.ts';

let site: Site | undefined;

afterEach(async () => {
  vi.useRealTimers();
  await site?.stop();
  site = undefined;
});

function post(origin: string | null, body: unknown): Promise<Response> {
  return fetch(`${origin}/faults`, { method: 'POST', body: JSON.stringify(body) });
}

describe('startSite', () => {
  it('announces one recorder and four cameras, all reachable', async () => {
    site = await startSite();
    expect(site.announcements.map(({ name, protocol }) => `${protocol} ${name}`)).toEqual([
      'tsapi Riverside recorder',
      'ipcam Roof',
      'ipcam Workshop',
      'ipcam Canteen',
      'ipcam Yard',
    ]);
    for (const { origin } of site.announcements)
      expect((await fetch(origin)).status).toBeGreaterThan(0);
    expect(site.controlOrigin).toBeNull();
  });

  it('announces the rest of the site where asked', async () => {
    site = await startSite({ wholeSite: true });
    const names = site.announcements.map(({ name, protocol }) => `${protocol} ${name}`);
    expect(names.slice(0, 5)).toEqual(
      site.devices.slice(0, 5).map(({ name, protocol }) => `${protocol} ${name}`),
    );
    expect(names.slice(5)).toEqual(
      expect.arrayContaining([
        'securityspy Annex video server',
        'securityspy-legacy Shop video server',
      ]),
    );
    expect(new Set(site.announcements.map(({ origin }) => origin)).size).toBe(names.length);
    for (const { origin } of site.announcements)
      expect((await fetch(origin, { redirect: 'manual' })).status).toBeGreaterThan(0);
  });

  it('closes every socket when it stops', async () => {
    site = await startSite({ controlPort: 0 });
    const { announcements, recorder } = site;
    const stream = await fetch(`${recorder.origin}/live?stream=ch1sub`, {
      headers: {
        Authorization: `Basic ${Buffer.from(`${recorder.username}:${recorder.password}`).toString('base64')}`,
      },
    });
    await site.stop();
    await expect(stream.arrayBuffer()).rejects.toThrow();
    for (const { origin } of announcements) await expect(fetch(origin)).rejects.toThrow();
    expect(recorder.channel(1)?.stream('sub')?.flv.viewers).toBe(0);
  });

  it('fails and leaves nothing running when a port is taken', async () => {
    site = await startSite();
    const taken = Number(new URL(site.recorder.origin).port);
    await expect(startSite({ recorderPort: taken })).rejects.toThrow(/EADDRINUSE/);
  });
});

describe('the control endpoint', () => {
  it('makes devices fail and recover, and shows what they were asked', async () => {
    site = await startSite({ controlPort: 0 });
    const recorder = site.recorder;
    const control = site.controlOrigin;
    expect(
      (await post(control, { device: recorder.name, channel: 3, fault: 'offline', code: 503 }))
        .status,
    ).toBe(200);
    expect(recorder.channel(3)?.code).toBe(503);
    expect(recorder.channel(4)?.code).toBe(200);
    expect((await post(control, { device: recorder.name, fault: 'none' })).status).toBe(200);
    expect(recorder.channel(3)?.code).toBe(200);
    expect((await post(control, { device: 'Roof', fault: 'stopped' })).status).toBe(200);
    await expect(fetch(site.cameras[0]?.origin ?? '')).rejects.toThrow();
    expect((await post(control, { device: 'Roof', fault: 'none' })).status).toBe(200);
    await fetch(`${site.cameras[0]?.origin}/get_status.cgi`);
    const log = (await (await fetch(`${control}/log`)).json()) as Record<
      string,
      { target: string }[]
    >;
    expect(log.Roof?.at(-1)?.target).toBe('/get_status.cgi');
  });

  it.each([
    { device: 'Nowhere', fault: 'none' },
    { device: 'Roof', fault: 'on-fire' },
    { device: 'Roof', fault: 'offline' },
    { device: 'Riverside recorder', channel: 99, fault: 'frozen' },
    'not an object',
  ])('refuses %j', async (body) => {
    site = await startSite({ controlPort: 0 });
    expect((await post(site.controlOrigin, body)).status).toBe(400);
  });
});

describe('flakiness', () => {
  it('loses one channel at a time, the same for the same seed, and ends without a timer', () => {
    const run = (): number[] => {
      vi.useFakeTimers({ now: 0 });
      const recorder = new TsNvr({ port: 0 });
      const end = startFlakiness(recorder, 7);
      const lost: number[] = [];
      for (let step = 0; step < 600; step += 1) {
        vi.advanceTimersByTime(1000);
        const offline = recorder.channels.filter(({ online }) => !online);
        expect(offline.length).toBeLessThanOrEqual(1);
        if (offline[0] !== undefined) lost.push(offline[0].id);
      }
      end();
      expect(vi.getTimerCount()).toBe(0);
      expect(recorder.channels.every(({ online }) => online)).toBe(true);
      return lost;
    };
    const first = run();
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(run()).toEqual(first);
  });
});

describe('readCommandLine', () => {
  it('has the documented defaults', () => {
    expect(readCommandLine([], {})).toEqual({
      announce: false,
      withParent: false,
      site: {
        recorderPort: 7010,
        cameraPorts: [7021, 7022, 7023, 7024],
        wholeSite: false,
        firstExtraPort: 7031,
        controlPort: undefined,
        flakySeed: undefined,
        livelySeed: undefined,
      },
    });
  });

  it('takes options before the environment', () => {
    const { site: options } = readCommandLine(['--camera-port', '0', '--flaky'], {
      WATCHFLOOR_CAMERA_PORT: '8000',
      WATCHFLOOR_CONTROL_PORT: '7099',
    });
    expect(options).toMatchObject({ cameraPorts: [0, 0, 0, 0], controlPort: 7099, flakySeed: 1 });
  });

  it('reads where the recorder stands and by how much it is late', () => {
    const { site: options } = readCommandLine(['--recorder-late-ms', '90000'], {
      WATCHFLOOR_RECORDER_ZONE: 'Europe/Berlin',
    });
    expect(options).toMatchObject({ recorderAheadMs: -90_000, recorderZone: 'Europe/Berlin' });
  });

  it('reads which devices start, and from which port', () => {
    const { site: options } = readCommandLine(['--first-extra-port', '0'], {
      WATCHFLOOR_WHOLE_SITE: '1',
    });
    expect(options).toMatchObject({ wholeSite: true, firstExtraPort: 0 });
    expect(readCommandLine(['--whole-site'], {}).site.wholeSite).toBe(true);
  });
});

describe('withoutSecrets', () => {
  it('keeps the path and the names', () => {
    expect(withoutSecrets('/set_users.cgi?user1=a&pwd1=b&pri1=2')).toBe(
      '/set_users.cgi?user1=a&pwd1=***&pri1=2',
    );
    expect(withoutSecrets('/live?stream=ch1main')).toBe('/live?stream=ch1main');
  });
});
