import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarmState } from '../../domain/alarm-transition.ts';
import type { EventFact } from '../../domain/device-event.ts';
import { motion, recorder } from '../events/test-journal.ts';
import { call, channel, plate, stopClock, TestDesk } from './test-desk.ts';
import { ruleOf } from './test-rule.ts';

let desk: TestDesk;
beforeEach(async () => {
  stopClock();
  desk = await new TestDesk().open();
});
afterEach(() => desk.end());

const still: EventFact = { ...(motion as object), active: false } as EventFact;
const acknowledge = { kind: 'acknowledge', reason: 'real' } as const;

describe('what calls for somebody', () => {
  it('is one alarm however often it is said, passes, and comes back to be seen anew', async () => {
    await desk.say(call());
    await desk.say(call());
    await desk.say(call(true, '8'));
    expect(desk.alarms.map(({ subject, count, priority }) => [subject, count, priority])).toEqual([
      ['Gate', 2, 1],
      ['Gate', 1, 1],
    ]);
    const [first] = desk.alarms;
    await desk.act(acknowledge, { id: first?.id ?? '' });
    await desk.say(call(false));
    expect(desk.alarms.map(alarmState)).toEqual(['returned', 'unacknowledged']);
    await desk.say(call());
    expect(desk.alarms.map(alarmState)).toEqual(['unacknowledged', 'unacknowledged']);
    expect(await desk.stepsOf(first?.id ?? '')).toEqual([
      'raised',
      'acknowledge by Guard',
      'returned',
      'repeated',
    ]);
  });

  it('that has no end is over when it is acknowledged, and can be closed then', async () => {
    await desk.parts.rules.add(ruleOf({ topic: 'plate', condition: { plates: ['DSP 963'] } }));
    await desk.say(plate('DSP-964'));
    await desk.say(plate('dsp-963'));
    await desk.say(plate('DSP963'));
    expect(desk.alarm).toMatchObject({ active: true, count: 2, subject: 'dsp-963' });
    await expect(desk.act({ kind: 'close' })).rejects.toMatchObject({ detail: 'still-active' });
    expect(alarmState(await desk.act(acknowledge))).toBe('returned');
    await desk.act({ kind: 'close' });
    await desk.say(plate('DSP963'));
    expect(desk.alarm).toMatchObject({ active: true, count: 1 });
  });

  it('is raised of a full lot, and passes lot by lot', async () => {
    await desk.parts.rules.add(ruleOf({ topic: 'parking', condition: { leastFullPercent: 95 } }));
    const lots = (...counts: number[]): EventFact => ({
      topic: 'parking',
      lots: counts.map((count, index) => ({
        ...{ id: String(index), name: `Lot ${index}`, kind: 'counter', count, most: 100 },
        members: [],
      })),
    });
    await desk.say(lots(96, 10, 99));
    await desk.say(lots(90, 10, 99));
    expect(desk.alarms.map(({ subject, active }) => [subject, active])).toEqual([
      ['Lot 0', false],
      ['Lot 2', true],
    ]);
  });

  it('is judged by the clock beside the camera', async () => {
    const night = [{ days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 23 * 60, toMinute: 60 }];
    await desk.parts.rules.add(ruleOf({ hours: night }));
    await desk.say(motion);
    expect(desk.alarms).toHaveLength(0);
    const identity = { zone: { offsetMinutes: 60 } };
    Object.assign(desk.devices[0] ?? {}, { status: { state: 'online', identity } });
    await desk.say(motion);
    expect(desk.alarms).toHaveLength(1);
  });

  it('sends what its rule says once for each alarm, and not for what is long over', async () => {
    const sendings = [{ kind: 'motion', cameraId: 'd1-c2' } as const];
    await desk.parts.rules.add(ruleOf({ sendings, cameraIds: ['d1-c1'] }));
    await desk.say(motion);
    await desk.say(motion);
    await desk.say(motion, { channel: '2' });
    expect(desk.sent).toEqual([`motion ${desk.alarm.ruleId} ${desk.alarm.id}`]);
    await desk.say(still);
    await desk.act(acknowledge);
    await desk.act({ kind: 'close' });
    vi.setSystemTime(Date.now() + 1000);
    await desk.say(motion, { late: true });
    expect(desk.alarms).toHaveLength(1);
    expect(desk.sent).toHaveLength(1);
  });
});

describe('a view that is lost', () => {
  it('is an alarm when it is lost for fifteen seconds, and not when it is back before', async () => {
    await desk.say(channel('no-response'));
    await vi.advanceTimersByTimeAsync(14_000);
    await desk.say(channel('connected'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.alarms).toHaveLength(0);
    await desk.say(channel('no-response'));
    const lostMs = Date.now();
    await vi.advanceTimersByTimeAsync(15_000);
    expect(desk.alarm).toMatchObject({ ruleId: 'lost-view', active: true, firstAtMs: lostMs });
    await desk.say(channel('connected'));
    expect(desk.alarm.active).toBe(false);
  });

  it.each([
    ['that nobody uses', () => desk.say(channel('unused'))],
    [
      'that is switched off',
      () => {
        const [device] = desk.devices;
        if (device) Object.assign(device.cameras[0]?.row ?? {}, { enabled: false });
        return desk.say(channel('no-response'));
      },
    ],
    [
      'of which its device does not know',
      () => desk.say({ topic: 'channel', change: 'state', state: 'unknown' }),
    ],
  ])('is none of a camera %s', async (_, happen) => {
    await happen();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.alarms).toHaveLength(0);
  });

  it('is one alarm of a device, for whoever sees one of its cameras', async () => {
    await desk.say(channel('no-response'), { channel: '2' });
    await vi.advanceTimersByTimeAsync(5000);
    desk.find('offline');
    await desk.say(channel('no-response'));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(desk.alarm).toMatchObject({ topic: 'connection', cameraId: null, deviceId: 'd1' });
    const sees = (id: string) => ({
      kind: 'person',
      person: { role: 'operator' },
      sees: new Set([id]),
    });
    expect(desk.viewsFor(sees('d1-c1') as never)).toEqual(['lost-view']);
    expect(desk.viewsFor(sees('elsewhere') as never)).toEqual([]);
    desk.find('online');
    expect(desk.alarm.active).toBe(false);
  });

  it('is one of a camera that is still lost when its device is back', async () => {
    desk.find('offline');
    await desk.say(channel('no-response'));
    const [device] = desk.devices;
    const [first, ...others] = device?.cameras ?? [];
    Object.assign(device ?? {}, { cameras: [{ ...first, state: 'no-response' }, ...others] });
    await vi.advanceTimersByTimeAsync(10_000);
    desk.find('online');
    const backMs = Date.now();
    await vi.advanceTimersByTimeAsync(14_999);
    expect(desk.alarms).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(desk.alarm).toMatchObject({ cameraId: 'd1-c1', firstAtMs: backMs });
  });

  it('passes when the camera is switched off, or its device removed', async () => {
    await desk.say(channel('no-response'));
    await desk.say(channel('no-response'), { channel: '2' });
    await vi.advanceTimersByTimeAsync(15_000);
    Object.assign(desk.devices[0]?.cameras[0]?.row ?? {}, { enabled: false });
    desk.deviceChanged();
    expect(desk.alarms.map(({ active }) => active)).toEqual([false, true]);
    desk.devices = [];
    desk.deviceChanged();
    expect(desk.alarms.map(({ active }) => active)).toEqual([false, false]);
  });
});

describe('how things stood when listening began', () => {
  const failed: EventFact = { topic: 'recording', streaming: true, recording: false };
  const well: EventFact = { topic: 'recording', streaming: true, recording: true };

  it('raises where it is bad, does not count, and passes where it is good', async () => {
    await desk.say(failed, { isSnapshot: true });
    await desk.say(failed, { isSnapshot: true });
    expect(desk.alarm).toMatchObject({ ruleId: 'not-recording', count: 1, active: true });
    await desk.say(well, { isSnapshot: true });
    expect(desk.alarm.active).toBe(false);
    await desk.say(failed, { isSnapshot: true });
    expect(desk.alarm).toMatchObject({ count: 2, active: true });
  });
});

describe('what grew until it ended', () => {
  it('is over since its end, not since its beginning', async () => {
    await desk.say(call(), { incident: '9' });
    vi.advanceTimersByTime(30_000);
    await desk.say(call(false), { incident: '9' });
    expect(desk.alarm).toMatchObject({
      firstAtMs: Date.now() - 30_000,
      returnedAtMs: Date.now(),
      count: 1,
    });
  });
});

describe('what comes late', () => {
  const at = (secondsAgo: number) => ({ late: true, deviceAtMs: Date.now() - secondsAgo * 1000 });

  it('raises, and passes with its own end', async () => {
    await desk.say(call(), at(60));
    await desk.say(call(false), at(50));
    expect(desk.alarm).toMatchObject({ active: false, firstAtMs: Date.now() - 60_000 });
  });

  it('opens nothing again that is newer', async () => {
    await desk.say(call());
    await desk.say(call(false));
    await desk.say(call(), at(60));
    expect(desk.alarm).toMatchObject({ active: false, count: 2 });
    await desk.act(acknowledge);
    await desk.act({ kind: 'close' });
    await desk.say(call(), at(50));
    expect(desk.alarms).toHaveLength(0);
  });

  it('ends nothing that is newer', async () => {
    await desk.say(call());
    await desk.say(call(false), at(60));
    expect(desk.alarm.active).toBe(true);
  });

  it('tells of a view that was lost for long, and of none that was lost for a moment', async () => {
    await desk.say(channel('connected'));
    await desk.say(channel('no-response'), at(10));
    expect(desk.alarms).toHaveLength(0);
    await desk.say(channel('no-response'), at(60));
    expect(desk.alarm).toMatchObject({ active: false, firstAtMs: Date.now() - 60_000 });
  });
});

describe('a rule', () => {
  it('that is switched off, removed or meant for others lets its alarms pass', async () => {
    const { rules } = desk.parts;
    const rule = await rules.add(ruleOf());
    const { id, ...content } = rule;
    await desk.say(motion);
    await rules.change(id, { ...content, cameraIds: ['d1-c2'] });
    expect(desk.alarm.active).toBe(false);
    await rules.change(id, content);
    expect(desk.alarm).toMatchObject({ active: true, count: 2 });
    await rules.remove(id);
    expect(desk.alarm.active).toBe(false);
  });

  it('that is meant for other cameras lets go of a device that is lost', async () => {
    desk.devices = [recorder(), recorder({ id: 'd2' })];
    desk.find('offline');
    await vi.advanceTimersByTimeAsync(15_000);
    const { id = '', ...content } = desk.parts.rules.get('lost-view') ?? {};
    const lostView = { ...ruleOf(), ...content };
    await desk.parts.rules.change(id, { ...lostView, cameraIds: ['d1-c2'] });
    expect(desk.alarm).toMatchObject({ cameraId: null, active: true });
    await desk.parts.rules.change(id, { ...lostView, cameraIds: ['d2-c1'] });
    expect(desk.alarm.active).toBe(false);
  });

  it('is about what lasts already when it is made', async () => {
    await desk.say({ topic: 'tampering', active: true });
    await desk.say(motion);
    await desk.say(still);
    await desk.parts.rules.add(ruleOf({ topic: 'tampering', priority: 2 }));
    await desk.parts.rules.add(ruleOf());
    expect(desk.alarm).toMatchObject({ topic: 'tampering', active: true });
  });

  it('of a device that is lost tells once for each device', async () => {
    desk.devices = [recorder(), recorder({ id: 'd2' })];
    const lostView = desk.parts.rules.get('lost-view');
    await desk.parts.rules.change('lost-view', { ...ruleOf(), ...lostView, enabled: false });
    await desk.parts.rules.add(ruleOf({ topic: 'connection' }));
    for (const device of desk.devices) desk.find('offline', device);
    expect(desk.alarms.map(({ deviceId }) => deviceId)).toEqual(['d1', 'd2']);
  });
});
