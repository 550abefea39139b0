import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Site, startSite } from '../src/simulated-devices/site.ts';
import { SiteControl } from './site-control.ts';

const clock = { ms: Date.UTC(2026, 10, 21, 5, 47, 0) };
const roof = 'Roof';
const spy = 'Annex video server';
let site: Site;
let control: SiteControl;

beforeEach(async () => {
  site = await startSite({ controlPort: 0, wholeSite: true, now: () => clock.ms });
  control = new SiteControl(site.controlOrigin ?? '');
});
afterEach(() => site.stop());

/** Asks a device as its administrator. */
function ask(name: string, path: string, init: RequestInit = {}): Promise<Response> {
  const device = site.announcements.find((one) => one.name === name);
  const login = Buffer.from(`${device?.username}:${device?.password}`).toString('base64');
  return fetch(`${device?.origin}/${path}`, {
    ...init,
    headers: { Authorization: `Basic ${login}` },
  });
}

const decode = (command: number) =>
  ask(roof, `decoder_control.cgi?command=${command}&user=a&pwd=b`);

describe('the site control', () => {
  it('tells how each head stands and what each device understood', async () => {
    await decode(6);
    clock.ms += 500;
    expect(await control.head(roof)).toMatchObject({
      position: { pan: 20 },
      velocity: { pan: 40 },
      moving: true,
      movingSinceMs: clock.ms - 500,
    });
    await decode(7);
    expect(await control.head(roof)).toMatchObject({ moving: false, stoppedAtMs: clock.ms });
    expect(await control.commands(roof)).toEqual([
      {
        atMs: clock.ms - 500,
        camera: 1,
        kind: 'move',
        command: 'decoder_control.cgi',
        parameters: { command: '6' },
        obeyed: true,
        what: 'moves right',
      },
      expect.objectContaining({ atMs: clock.ms, kind: 'stop', what: 'stops right' }),
    ]);
    await expect(control.head(roof, 7)).rejects.toThrow('no head 7');
  });

  it('loses, delays, fails and refuses the commands that it is told to, and no others', async () => {
    await control.disturb({ device: roof, kind: 'lost', commands: 'stop' });
    await control.disturb({ device: roof, kind: 'timeout', commands: 'stop', ms: 1 });
    await control.disturb({ device: roof, kind: 'status-500', commands: 'stop' });
    await control.disturb({ device: roof, kind: 'refuse', camera: 1, commands: 'all' });
    await control.disturb({ device: roof, kind: 'lost', camera: 2 });
    expect(await (await decode(0)).text()).toBe('error: illegal params.\n');
    expect(await (await decode(0)).text()).toBe('ok.\n');
    await expect(decode(1)).rejects.toThrow('fetch failed');
    await expect(decode(1)).rejects.toThrow('fetch failed');
    expect((await decode(1)).status).toBe(500);
    expect((await control.head(roof)).moving).toBe(true);
    expect(await (await decode(1)).text()).toBe('ok.\n');
    expect((await control.head(roof)).moving).toBe(false);
    const seen = await control.commands(roof, 1);
    expect(seen.map(({ obeyed, disturbedBy }) => disturbedBy ?? obeyed)).toEqual([
      'refuse',
      true,
      'lost',
      'timeout',
      'status-500',
      true,
    ]);
  });

  it('obeys a command whose answer never comes, where told so', async () => {
    await control.disturb({ device: roof, kind: 'timeout', ms: 1, obeyed: true });
    await expect(decode(2)).rejects.toThrow('fetch failed');
    expect((await control.head(roof)).velocity.tilt).toBeLessThan(0);
  });

  it('calls off what has befallen nothing yet', async () => {
    await control.disturb({ device: roof, kind: 'status-500', times: 9 });
    expect((await decode(0)).status).toBe(500);
    await control.callOff(roof);
    expect((await decode(1)).status).toBe(200);
  });

  it('tells outputs, and inputs as they were set', async () => {
    await decode(94);
    expect(await control.outputs(roof)).toEqual([{ camera: 1, port: '1', on: true }]);
    await ask(roof, 'set_alarm.cgi?input_armed=1');
    await control.setInput(roof, '1', true);
    expect(await control.inputs(roof)).toEqual([{ camera: 1, port: '1', on: true }]);
    expect(await (await ask(roof, 'get_status.cgi')).text()).toContain('var alarm_status=2;\n');
    await expect(control.setInput(roof, '2', true)).rejects.toThrow('/inputs');
  });

  it('hears at which frequency somebody talks, and says at which each microphone sounds', async () => {
    const square = Buffer.alloc(
      8000,
      Buffer.from([0x90, 0x90, 0x90, 0x90, 0x10, 0x10, 0x10, 0x10]),
    );
    expect((await ask(spy, '++audio?cameraNum=1', { method: 'POST', body: square })).status).toBe(
      200,
    );
    expect((await control.heard(spy)).find(({ camera }) => camera === 1)).toEqual({
      camera: 1,
      bytes: 8000,
      firstAtMs: clock.ms,
      lastAtMs: clock.ms,
      hertz: 1000,
    });
    expect(await control.clock()).toMatchObject({
      nowMs: clock.ms,
      tones: { [spy]: expect.arrayContaining([{ camera: 1, hertz: 385 }]), [roof]: [] },
    });
  });

  it('turns a camera of the video server until it is stopped', async () => {
    await ask(spy, '++ptz/command?cameraNum=3&command=9&speed=100');
    clock.ms += 1000;
    expect((await control.head(spy, 3)).position).toMatchObject({ pan: 40, tilt: 30 });
    await ask(spy, '++ptz/command?cameraNum=3&command=99');
    expect((await control.head(spy, 3)).stoppedAtMs).toBe(clock.ms);
    await ask(spy, '++ptz/command?cameraNum=5&command=1');
    clock.ms += 1000;
    expect(await control.head(spy, 5)).toMatchObject({ position: { pan: -5 }, moving: false });
  });
});

describe('a change of outputs, arming and picture', () => {
  const barrier = 'Barrier';
  it.each([
    [roof, 'decoder_control.cgi?command=95', 'output', { command: '95' }],
    [roof, 'set_alarm.cgi?motion_armed=0', 'arming', { motion_armed: '0' }],
    [roof, 'camera_control.cgi?param=1&value=99', 'picture', { param: '1', value: '99' }],
    [barrier, 'cgi-bin/io/output.cgi?action=1:/', 'output', { action: '1:/' }],
    [
      barrier,
      'cgi-bin/admin/param.cgi?action=update&Event.E1.Enabled=no',
      'arming',
      { action: 'update', 'Event.E1.Enabled': 'no' },
    ],
    [
      barrier,
      'cgi-bin/admin/param.cgi?action=update&root.ImageSource.I0.Sensor.Contrast=9',
      'picture',
      { action: 'update', 'root.ImageSource.I0.Sensor.Contrast': '9' },
    ],
    ['Shop video server', '++ssControlActiveMode?cameraNum=1', 'arming', {}],
    [
      spy,
      '++setSchedule?cameraNum=1&mode=M&schedule=0&override=0',
      'arming',
      { cameraNum: '1', mode: 'M', schedule: '0', override: '0' },
    ],
    [spy, '++setPreset?id=7', 'arming', { id: '7' }],
    ['Riverside recorder', 'api/channel/aux?ch=1&on=0', 'output', { ch: '1', on: '0' }],
  ])('of %s by %s is noted as %s', async (device, path, kind, parameters) => {
    expect((await ask(device, path)).status).toBe(200);
    expect((await control.commands(device)).at(-1)).toMatchObject({
      kind,
      parameters,
      obeyed: true,
      atMs: clock.ms,
    });
  });

  it('shows in what the device says next', async () => {
    await ask(barrier, 'cgi-bin/io/output.cgi?action=1:/');
    await control.setInput(barrier, '1', true);
    await control.setInput(barrier, '2', false);
    const told = await ask(barrier, 'cgi-bin/io/input.cgi?checkactive=1,2');
    expect(await told.text()).toBe('Input1=active\r\nInput2=inactive');
    expect(await control.inputs(barrier)).toMatchObject([{ on: true }, { on: false }]);
    expect(await control.outputs(barrier)).toEqual([{ camera: 1, port: '1', on: true }]);
    await ask(barrier, 'cgi-bin/io/output.cgi?action=1:%5C');
    expect(await control.outputs(barrier)).toEqual([{ camera: 1, port: '1', on: false }]);
  });

  it('never notes a setting that may hold a secret', async () => {
    await ask(barrier, 'cgi-bin/admin/param.cgi?action=update&Network.HostName=hidden');
    expect(await control.commands(barrier)).toEqual([]);
  });
});

describe('events', () => {
  it('are told when they are ordered, and noted with how many listened', async () => {
    await control.sendEvent({ device: spy, channel: 3, kind: 'motion', box: [1, 2, 3, 4] });
    const { told, kinds, sent } = await control.eventsSent(spy);
    expect(kinds).toContain('classify');
    expect(told).toBe(1);
    expect(sent).toEqual([{ id: 1, atMs: clock.ms, kind: 'motion', channel: 3, listeners: 0 }]);
    expect((await control.eventsSent(roof)).told).toBe(0);
  });

  it('of every kind can be ordered of every device', async () => {
    for (const { name } of site.announcements) {
      const { kinds } = await control.eventsSent(name);
      for (const kind of kinds) await control.sendEvent({ device: name, kind });
      expect((await control.eventsSent(name)).sent.map((one) => one.kind)).toEqual(kinds);
    }
  });

  it('come in bursts', async () => {
    await control.burst(spy, { count: 200, perSecond: 10_000 });
    await expect.poll(async () => (await control.eventsSent(spy)).told, { interval: 5 }).toBe(200);
  });

  it('fail as they are told to', async () => {
    await control.failEvents(roof, 'refuse', 60_000);
    expect((await ask(roof, 'get_status.cgi')).status).toBe(503);
    await control.endEventFault(roof);
    expect((await ask(roof, 'get_status.cgi')).status).toBe(200);
  });
});

describe('recordings', () => {
  it('are told of each device as it has them, by its own clock', async () => {
    const range = { fromMs: clock.ms - 3_600_000, toMs: clock.ms };
    const recorder = site.recorder.name;
    const pieces = await control.recordings(recorder, 1, range);
    expect(pieces.length).toBeGreaterThan(55);
    expect(pieces.at(-1)?.kind).toBe('continuous');
    await control.setClock(recorder, -120_000);
    const late = await control.recordings(recorder, 1, range);
    expect(late).toEqual(pieces.slice(0, -2));
    expect((await control.recordings(spy, 0, range)).length).toBeGreaterThan(4);
    expect(await control.recordings(roof, 1, range)).toEqual([]);
    await expect(control.setClock(roof, 1000)).rejects.toThrow('does not know this');
  });
});

describe('an order that makes no sense', () => {
  it.each([
    ['/command-faults', { device: 'Nowhere', kind: 'lost' }],
    ['/command-faults', { device: roof, kind: 'on-fire' }],
    ['/command-faults', { device: roof, kind: 'lost', commands: 'some' }],
    ['/command-faults', { device: roof, kind: 'lost', camera: 'x' }],
    ['/inputs', { device: roof, input: 1 }],
    ['/events', { device: roof }],
    ['/events', { device: roof, kind: 'plate' }],
    ['/event-bursts', { device: roof, count: 60_001, perSecond: 1 }],
    ['/event-faults', { device: roof, kind: 'on-fire', forMs: 1 }],
  ])('is refused: %s %j', async (path, order) => {
    const reply = await fetch(`${site.controlOrigin}${path}`, {
      method: 'POST',
      body: JSON.stringify(order),
    });
    expect(reply.status).toBe(400);
  });
});
