import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { call, channel, stopClock, TestDesk } from './test-desk.ts';
import { ruleOf } from './test-rule.ts';

let desk: TestDesk;
beforeEach(async () => {
  stopClock();
  desk = await new TestDesk().open();
});
afterEach(() => desk.end());

const minuteMs = 60_000;

describe('after a restart', () => {
  it('what was about to become an alarm still does', async () => {
    await desk.say(channel('no-response'));
    const lostMs = Date.now();
    await vi.advanceTimersByTimeAsync(5000);
    await desk.restart('killed');
    await vi.advanceTimersByTimeAsync(14_000);
    expect(desk.alarms).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.alarm).toMatchObject({ ruleId: 'lost-view', firstAtMs: lostMs });
  });

  it('a device that was lost and is there passes, and counts no second time', async () => {
    desk.find('offline');
    await vi.advanceTimersByTimeAsync(15_000);
    await desk.restart();
    expect(desk.alarm).toMatchObject({ active: true, count: 1 });
    Object.assign(desk.devices[0] ?? {}, { status: { state: 'online', stateSinceMs: Date.now() } });
    await desk.restart();
    expect(desk.alarm.active).toBe(false);
  });

  it('numbers go on above all that any window has seen', async () => {
    await desk.say(call());
    const { number } = desk.alarm;
    await desk.restart();
    await desk.say(call(true, '8'));
    expect(desk.alarms.at(-1)?.number).toBeGreaterThan(number);
  });

  it('the rules are those that people have left', async () => {
    const { rules } = desk.parts;
    const ids = ['call', 'lost-view', 'not-recording', 'serious-system'];
    expect(rules.all.map(({ id }) => id)).toEqual(ids);
    await rules.remove('lost-view');
    const { id } = await rules.add(ruleOf({ name: 'Yard at night' }));
    await rules.change('call', { ...ruleOf(), name: 'Help', topic: 'call', priority: 2 });
    await desk.restart();
    const left = desk.parts.rules.all.map((rule) => [rule.id, rule.name]);
    expect(left).toEqual([
      ['call', 'Help'],
      ['not-recording', ''],
      ['serious-system', ''],
      [id, 'Yard at night'],
    ]);
  });

  it('what the journal took in before a kill, and no alarm was made of, becomes one', async () => {
    await desk.say(call());
    await desk.parts.stop();
    await desk.say(call(true, '8'));
    await desk.say(call(false));
    await desk.journal.close();
    await desk.store.close();
    await desk.open();
    expect(desk.alarms.map(({ active, count }) => [active, count])).toEqual([
      [false, 1],
      [true, 1],
    ]);
  });

  it('an event that an alarm was made of before a kill is not counted again', async () => {
    const save = desk.store.alarms.save.bind(desk.store.alarms);
    vi.spyOn(desk.store.alarms, 'save').mockImplementation((batch) =>
      save({ ...batch, cursor: null }),
    );
    await desk.say(call());
    await desk.restart('killed');
    expect(desk.alarm).toMatchObject({ active: true, count: 1 });
  });
});

describe('the record of who did what', () => {
  it('gets a line that a kill came before, once', async () => {
    await desk.say(call());
    const lost = vi.fn(() => new Promise<never>(() => undefined));
    await desk.parts.stop();
    await desk.journal.close();
    await desk.store.close();
    await desk.open({ audit: { write: lost } });
    await desk.act({ kind: 'claim' });
    expect(lost).toHaveBeenCalledOnce();
    await desk.restart('killed');
    expect(desk.recorded.map(({ operation }) => operation)).toEqual(['alarm.claim']);
    await desk.restart();
    expect(desk.recorded).toHaveLength(1);
  });
});

describe('a flood', () => {
  const raise = async (from: number, to: number) => {
    for (let caller = from; caller < to; caller += 1) await desk.say(call(true, String(caller)));
  };
  const stateOf = () => desk.parts.flood.state.active;

  it('is more than ten new ones in ten minutes, until fewer than five are', async () => {
    await raise(0, 10);
    await raise(0, 10);
    expect(stateOf()).toBe(false);
    const beganMs = Date.now();
    await raise(10, 11);
    expect(desk.parts.flood.state).toEqual({ active: true, sinceMs: beganMs });
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    await desk.restart('killed');
    await raise(11, 16);
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(stateOf()).toBe(true);
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(stateOf()).toBe(false);
    await desk.parts.flush();
    expect(await desk.store.alarms.readFloods(0, Number.MAX_SAFE_INTEGER)).toEqual([
      { fromMs: beganMs, toMs: beganMs + 15 * minuteMs },
    ]);
  });
});

describe('a disk that takes nothing', () => {
  it('keeps no alarm from whoever looks, and gets all of it later', async () => {
    const save = vi.spyOn(desk.store.alarms, 'save').mockRejectedValue(new TypeError('full'));
    await desk.say(call());
    await desk.act({ kind: 'claim' });
    await vi.waitFor(() => expect(desk.told).toContain(desk.alarm.id));
    expect(desk.faults[0]).toMatchObject({ operation: 'alarms.write' });
    save.mockRestore();
    await desk.restart();
    expect(desk.alarm.owner).toMatchObject({ name: 'Guard' });
    expect(await desk.stepsOf(desk.alarm.id)).toEqual(['raised', 'claim by Guard']);
  });
});

describe('closed alarms', () => {
  it('go with the lines of the record about them', async () => {
    await desk.say(call());
    await desk.say(call(false));
    const { id } = desk.alarm;
    await desk.act({ kind: 'acknowledge', reason: 'test' });
    await desk.act({ kind: 'close' });
    vi.setSystemTime(Date.now() + 89 * 24 * 60 * minuteMs);
    await desk.restart();
    expect(await desk.store.alarms.readAlarm(id)).not.toBeNull();
    vi.setSystemTime(Date.now() + 2 * 24 * 60 * minuteMs);
    await desk.restart();
    await vi.waitFor(async () => expect(await desk.store.alarms.readAlarm(id)).toBeNull());
    expect(await desk.stepsOf(id)).toEqual([]);
  });
});
