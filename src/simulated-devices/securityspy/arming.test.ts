import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestClient } from '../video-server/test-client.ts';
import { Arming } from './arming.ts';
import { overrides } from './schedules.ts';
import { SecuritySpy } from './security-spy.ts';

const hourMs = 3_600_000;
/** A Saturday at noon on the wall clock. */
const noon = Date.UTC(2026, 10, 21, 12);
const utc = (epochMs: number): Date => new Date(epochMs);

describe('Arming', () => {
  it.each([
    [0, 12, false],
    [1, 12, true],
    [2, 12, true],
    [2, 23, false],
    [3, 12, false],
    [3, 23, true],
    [20_189, 12, true],
  ])('schedule %i at %i o’clock is armed: %s', (schedule, hour, armed) => {
    const arming = new Arming(utc);
    arming.set('M', schedule, 0, noon);
    expect(arming.state('M', noon + (hour - 12) * hourMs).armed).toBe(armed);
  });

  it.each([
    [3, 1, false],
    [4, 1, true],
    [9, 4, false],
    [14, 6, true],
  ])('override %i lasts %i hours and is armed: %s', (override, hours, armed) => {
    const arming = new Arming(utc);
    arming.set('C', armed ? 0 : 1, override, noon);
    expect(arming.state('C', noon + hours * hourMs - 1)).toMatchObject({ override, armed });
    expect(arming.state('C', noon + hours * hourMs)).toMatchObject({ override: 0, armed: !armed });
  });

  it('overrides until the schedule changes', () => {
    const arming = new Arming(utc);
    arming.set('A', 2, 1, noon);
    expect(arming.state('A', noon + hourMs)).toMatchObject({ override: 1, armed: false });
    expect(arming.state('A', noon + 6 * hourMs).override).toBe(0);
  });

  it('tells each change once, those of time too', () => {
    const arming = new Arming(utc);
    arming.set('CMA', 2, 0, noon);
    expect(arming.changes(noon)).toEqual([]);
    expect(arming.changes(noon + 6 * hourMs)).toEqual(
      ['C', 'M', 'A'].map((letter) => ({ letter, armed: false })),
    );
    expect(arming.changes(noon + 6 * hourMs)).toEqual([]);
  });

  it('names fifteen overrides', () => {
    expect(overrides.map(({ name }) => name).slice(0, 6)).toEqual([
      'No Override',
      'Disarmed Until Schedule Event',
      'Armed Until Schedule Event',
      'Disarmed For 1 Hour',
      'Armed For 1 Hour',
      'Disarmed For 2 Hours',
    ]);
    expect(overrides.at(-1)).toEqual({ id: 14, name: 'Armed For 6 Hours' });
  });
});

describe('arming over the web', () => {
  const clock = { now: Date.UTC(2026, 10, 21, 17) };
  const server = new SecuritySpy({ port: 0, now: () => clock.now });
  const client = new TestClient(server);
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const modes = (camera: number): Promise<string> =>
    client.text(`++cameramodes?cameraNum=${camera}`);

  it('changes the modes that its letters name, and reads them back', async () => {
    expect(await modes(0)).toBe('C:ARMED\rM:ARMED\rA:DISARMED\r');
    const target = '++setSchedule?cameraNum=0&schedule=0&override=0&mode=CM';
    expect(await client.text(target)).toBe('OK');
    expect(await modes(0)).toBe('C:DISARMED\rM:DISARMED\rA:DISARMED\r');
    expect(await modes(1)).toBe('C:ARMED\rM:ARMED\rA:DISARMED\r');
    expect(await client.text('++setSchedule?cameraNum=0&schedule=-1&override=4&mode=M')).toBe('OK');
    expect(await modes(0)).toBe('C:DISARMED\rM:ARMED\rA:DISARMED\r');
    const xml = await client.text('++systemInfo');
    const camera = xml.split('<camera>').find((one) => one.startsWith('<number>0<'));
    expect(camera).toContain(
      '<mc-mode>armed</mc-mode><mc-schedule-id>0</mc-schedule-id><mc-schedule-override>4</mc-schedule-override>',
    );
    clock.now += hourMs;
    expect(await modes(0)).toBe('C:DISARMED\rM:DISARMED\rA:DISARMED\r');
  });

  it.each([
    'schedule=1&override=0&mode=X',
    'schedule=1&override=0&mode=',
    'schedule=77&override=99&mode=CMA',
  ])('is told OK though %s changes nothing', async (query) => {
    const before = await modes(2);
    expect(await client.text(`++setSchedule?cameraNum=2&${query}`)).toBe('OK');
    expect(await modes(2)).toBe(before);
  });

  it('changes all cameras at once by -1, and by a preset', async () => {
    await client.text('++setSchedule?cameraNum=-1&schedule=0&override=0&mode=CMA');
    expect(await Promise.all([0, 1, 2, 3, 4, 5].map(modes))).toEqual(
      Array.from({ length: 6 }, () => 'C:DISARMED\rM:DISARMED\rA:DISARMED\r'),
    );
    expect(await client.text('++setPreset?id=3186401225')).toBe('OK');
    expect(await modes(5)).toBe('C:ARMED\rM:ARMED\rA:ARMED\r');
    expect(await client.text('++setPreset?id=12')).toBe('OK');
    expect(await modes(5)).toBe('C:ARMED\rM:ARMED\rA:ARMED\r');
  });

  it('knows the commands of older clients', async () => {
    await client.text('++ssControlMotionCapture?cameraNum=1&arm=0');
    await client.text('++ssSetOverride?cameraNum=1&mode=A&id=3');
    await client.text('++ssSetSchedule?cameraNum=1&mode=C&id=0');
    expect(await modes(1)).toBe('C:DISARMED\rM:DISARMED\rA:DISARMED\r');
  });
});
