import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TsNvr } from './ts-nvr.ts';

const clock = { ms: Date.UTC(2026, 10, 21, 5, 47, 37, 400) };
const nvr = new TsNvr({ port: 0, now: () => clock.ms });

beforeAll(() => nvr.start());
afterAll(() => nvr.stop());
beforeEach(() => {
  for (const channel of nvr.channels) channel.recover();
  nvr.channel(1)?.device.head.stop();
});

async function ask(path: string, username = 'admin'): Promise<Record<string, unknown>> {
  const account = nvr.accounts.find((one) => one.username === username);
  const login = Buffer.from(`${username}:${account?.password}`).toString('base64');
  const reply = await fetch(`${nvr.origin}/api/channel/${path}`, {
    headers: { Authorization: `Basic ${login}` },
  });
  expect(reply.status).toBe(200);
  return (await reply.json()) as Record<string, unknown>;
}

const success = { code: 0, message: 'Success' };
const head = (channel: number) =>
  nvr.controls.heads().find(({ camera }) => camera === channel)?.position;

describe('pan, tilt and lens', () => {
  it('go on at their speed until they are stopped, up for positive values', async () => {
    const before = head(1);
    expect(await ask('ptz?ch=1&move=0.5,0.5')).toEqual(success);
    clock.ms += 200;
    expect(await ask('ptz?ch=1&zoom=-1')).toEqual(success);
    expect(await ask('ptz?ch=1&move')).toEqual(success);
    clock.ms += 200;
    expect(head(1)).toMatchObject({
      pan: (before?.pan ?? 0) + 4,
      tilt: (before?.tilt ?? 0) + 3,
    });
    expect(nvr.controls.heads()[0]).toMatchObject({ moving: false });
  });

  it('stop all at once for "stop", one lens for its own 0', async () => {
    await ask('ptz?ch=1&focus=0.1');
    await ask('ptz?ch=1&iris=1');
    await ask('ptz?ch=1&focus=0');
    expect(nvr.controls.heads()[0]?.velocity).toMatchObject({ focus: 0, iris: 50 });
    await ask('ptz?ch=1&stop');
    expect(nvr.controls.heads()[0]).toMatchObject({ moving: false, stoppedAtMs: clock.ms });
  });

  it('go home', async () => {
    expect(await ask('ptz?ch=1&home')).toEqual(success);
    clock.ms += 60_000;
    expect(head(1)).toMatchObject({ pan: 0, tilt: 0, zoom: 0 });
  });
});

describe('a command that cannot be obeyed', () => {
  it.each([
    ['ptz?ch=1&home', 'viewer', -1],
    ['ptz?ch=2&home', 'guard', -2],
    ['ptz?ch=4&iris=1', 'guard', -2],
    ['preset?ch=2&go=1', 'guard', -2],
    ['relay?ch=2&ls', 'guard', -2],
    ['aux?ch=4&on=0', 'guard', -2],
    ['ptz?ch=9&home', 'guard', -5],
    ['ptz?home', 'guard', -5],
    ['preset?ch=1&go=nowhere', 'guard', -6],
    ['relay?ch=1&on=nothing', 'guard', -6],
    ['ptz?ch=1', 'guard', -7],
    ['preset?ch=1', 'guard', -7],
    ['relay?ch=1', 'guard', -7],
    ['ptz?ch=1&move=1.5', 'guard', -8],
    ['ptz?ch=1&move=1,1,1', 'guard', -8],
    ['ptz?ch=1&zoom=', 'guard', -8],
    ['ptz?ch=1&zoom=fast', 'guard', -8],
    ['aux?ch=1&on=2', 'guard', -8],
  ])('%s for %s is told %i', async (path, username, code) => {
    expect((await ask(path, username)).code).toBe(code);
    expect(nvr.controls.heads()[0]?.moving).toBe(false);
    expect(nvr.controls.desk.entries.at(-1)).toMatchObject({ obeyed: false });
  });

  it('is told -3 while the camera is lost, and -4 where a test says so', async () => {
    nvr.channel(1)?.setOffline(404);
    expect((await ask('ptz?ch=1&home')).code).toBe(-3);
    nvr.channel(1)?.recover();
    nvr.controls.desk.faults.add({
      kind: 'refuse',
      commands: 'move',
      times: 1,
      silentMs: 0,
      obeyed: false,
    });
    expect((await ask('ptz?ch=1&home')).code).toBe(-4);
  });
});

describe('presets', () => {
  it('are listed for the channels that are named, or all', async () => {
    expect(await ask('preset?ch=1,2&list')).toEqual([
      {
        chid: 1,
        ...success,
        preset: expect.arrayContaining([{ name: 'Front door', token: '1' }]),
      },
      expect.objectContaining({ chid: 2, code: -2, preset: [] }),
    ]);
    expect(await ask('preset?reload')).toHaveLength(8);
  });

  it('are added, overwritten, gone to and removed', async () => {
    expect(await ask('preset?ch=1&add&name=door')).toEqual({
      ...success,
      chid: 1,
      deviceResponseCode: 200,
      token: '3',
      name: 'door',
    });
    expect(await ask('preset?ch=1&set=3')).toMatchObject({ token: '3', name: '3' });
    expect(await ask('preset?ch=1&go=2')).toEqual(success);
    clock.ms += 60_000;
    expect(head(1)).toMatchObject({ pan: 25, tilt: -4, zoom: 2500 });
    expect(await ask('preset?ch=1&rm=3,9')).toMatchObject({
      chid: 1,
      preset: [
        { code: 0, token: '3', deviceResponseCode: 200 },
        { code: -6, token: '9' },
      ],
    });
  });

  it('are no more than the camera holds', async () => {
    expect((await ask('preset?ch=4&add')).code).toBe(0);
    expect((await ask('preset?ch=4&set=preset1')).code).toBe(0);
    expect(await ask('preset?ch=4&add')).toMatchObject({ code: -9, deviceResponseCode: 400 });
    expect((await ask('preset?ch=4&set=preset1')).code).toBe(0);
  });
});

describe('outputs', () => {
  it('are switched by token and by number, "on" before "off"', async () => {
    const { relay } = (await ask('relay?ls&ch=1')) as { relay?: { name: string; token: string }[] };
    expect(relay?.map(({ name }) => name)).toEqual(['Gate', 'Floodlight']);
    const [gate, light] = relay ?? [];
    const on = () =>
      nvr.controls
        .outputs()
        .filter((output) => output.on)
        .map(({ port }) => port);
    expect(await ask(`relay?ch=1&on=${gate?.token},${light?.token}`)).toEqual(success);
    expect(await ask(`relay?ch=1&off=${gate?.token}`)).toEqual(success);
    expect(await ask('aux?ch=1&on=1&off=0')).toEqual(success);
    expect(on()).toEqual([light?.token, 'aux1']);
  });
});
