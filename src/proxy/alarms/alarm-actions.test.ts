import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { alarmState } from '../../domain/alarm-transition.ts';
import { motion } from '../events/test-journal.ts';
import { call, guard, stopClock, TestDesk } from './test-desk.ts';
import { ruleOf } from './test-rule.ts';

let desk: TestDesk;
beforeEach(async () => {
  stopClock();
  desk = await new TestDesk().open();
  await desk.say(call());
});
afterEach(() => desk.end());

const acknowledge = { kind: 'acknowledge', reason: 'real' } as const;
const minuteMs = 60_000;

describe('an action', () => {
  it('is done once however often it is sent, also after a restart', async () => {
    const note = { kind: 'note', text: 'Nobody at the gate' } as const;
    await desk.act(note, { requestId: 'the same' });
    await desk.act(note, { requestId: 'the same' });
    await desk.restart();
    await desk.act(note, { requestId: 'the same' });
    expect(await desk.stepsOf(desk.alarm.id)).toEqual(['raised', 'note by Guard']);
    await desk.act(note, { requestId: 'the same', by: { id: 'o', name: 'Other' } });
    expect(await desk.stepsOf(desk.alarm.id)).toHaveLength(3);
    expect(desk.recorded.map(({ operation }) => operation)).toEqual(['alarm.note', 'alarm.note']);
  });

  it('is answered and recorded no sooner than it is kept, also when it is sent once more', async () => {
    const { alarms } = desk.store;
    const save = alarms.save.bind(alarms);
    let letGo: () => void = () => undefined;
    const disk = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    vi.spyOn(alarms, 'save').mockImplementation(async (batch) => {
      await disk;
      await save(batch);
    });
    const answered = vi.fn();
    const note = { kind: 'note', text: 'Nobody at the gate' } as const;
    const both = ['first', 'again'].map((which) =>
      desk.act(note, { requestId: 'the same' }).then(() => answered(which)),
    );
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).not.toHaveBeenCalled();
    // A kill at this point makes nothing of it, and the window sends it again.
    expect(desk.recorded).toEqual([]);
    letGo();
    await Promise.all(both);
    expect(desk.recorded).toHaveLength(1);
    expect(await desk.stepsOf(desk.alarm.id)).toEqual(['raised', 'note by Guard']);
  });

  it('that changes nothing leaves no line', async () => {
    await desk.act(acknowledge);
    await desk.act({ kind: 'acknowledge', reason: 'false' }, { by: { id: 'o', name: 'Other' } });
    expect(desk.alarm.acknowledged).toMatchObject({ by: guard, reason: 'real' });
    expect(await desk.stepsOf(desk.alarm.id)).toEqual(['raised', 'acknowledge by Guard']);
    expect(desk.recorded).toHaveLength(1);
  });

  it('counts from when the person did it, within what can be', async () => {
    const raisedMs = Date.now();
    vi.setSystemTime(raisedMs + 10 * minuteMs);
    await desk.act({ kind: 'note', text: 'a' }, { atMs: raisedMs + 5 * minuteMs });
    await desk.act({ kind: 'note', text: 'b' }, { atMs: raisedMs - 5 * minuteMs });
    await desk.act({ kind: 'note', text: 'c' }, { atMs: raisedMs + 50 * minuteMs });
    vi.setSystemTime(raisedMs + 48 * 60 * minuteMs);
    await desk.act({ kind: 'note', text: 'd' }, { atMs: raisedMs });
    const steps = await desk.store.alarms.readSteps(desk.alarm.id);
    expect(steps.slice(1).map(({ atMs }) => (atMs - raisedMs) / minuteMs)).toEqual([
      5,
      0,
      10,
      24 * 60,
    ]);
  });

  it('that was meant for an earlier time leaves what has come back since', async () => {
    const thenMs = Date.now();
    await desk.say(call(false));
    vi.setSystemTime(thenMs + minuteMs);
    await desk.say(call());
    await expect(desk.act(acknowledge, { atMs: thenMs + 1000 })).rejects.toMatchObject({
      fault: 'alarm-refused',
      detail: 'came-back',
    });
    expect(alarmState(await desk.act(acknowledge))).toBe('acknowledged');
  });

  it('keeps no word that turns or hides what stands beside it', async () => {
    await desk.act({ kind: 'note', text: 'at the\u202e gate\u0007' });
    const steps = await desk.store.alarms.readSteps(desk.alarm.id);
    expect(steps.at(-1)?.text).toBe('at the gate');
    await expect(desk.act({ kind: 'note', text: '\u200b' })).rejects.toMatchObject({
      detail: 'reason-needed',
    });
  });

  it.each([
    ['without a reason', { kind: 'acknowledge', reason: null }, 'reason-needed'],
    ['on what holds', { kind: 'close' }, 'still-active'],
    ['for a time that is over', { kind: 'shelve', untilMs: 1, reason: 'painting' }, 'shelf-time'],
  ] as const)('is refused %s, and says why', async (_, action, detail) => {
    await expect(desk.act(action)).rejects.toMatchObject({ fault: 'alarm-refused', detail });
    expect(desk.recorded).toEqual([]);
  });

  it('on one that was closed is refused, and closing it again is not', async () => {
    const { id } = desk.alarm;
    await desk.say(call(false));
    await desk.act(acknowledge);
    await desk.act({ kind: 'close' });
    await desk.restart();
    await expect(desk.act({ kind: 'note', text: 'x' }, { id })).rejects.toMatchObject({
      detail: 'closed',
    });
    expect((await desk.act({ kind: 'close' }, { id })).closed).not.toBeNull();
    expect(desk.alarms).toEqual([]);
  });

  it('forwards to somebody who may handle it, and to nobody else', async () => {
    await desk.act({ kind: 'forward', toPersonId: 'o' });
    expect(desk.alarm.owner).toEqual({ id: 'o', name: 'Other' });
    await expect(desk.act({ kind: 'forward', toPersonId: 'x' })).rejects.toMatchObject({
      fault: 'invalid-input',
    });
  });

  it('on what is not there finds nothing', async () => {
    await expect(desk.act(acknowledge, { id: 'none' })).rejects.toMatchObject({
      fault: 'not-found',
    });
  });
});

describe('time', () => {
  it('ends a shelf, also one that a restart came between', async () => {
    const untilMs = Date.now() + 30 * minuteMs;
    await desk.act({ kind: 'shelve', untilMs, reason: 'painting' });
    await vi.advanceTimersByTimeAsync(10 * minuteMs);
    await desk.restart();
    expect(alarmState(desk.alarm)).toBe('shelved');
    await vi.advanceTimersByTimeAsync(20 * minuteMs);
    expect(alarmState(desk.alarm)).toBe('unacknowledged');
    expect(await desk.stepsOf(desk.alarm.id)).toContain('unshelve');
  });

  it('leaves what is out of service until somebody puts it back', async () => {
    await desk.act({ kind: 'out-of-service', reason: 'no lens' });
    await vi.advanceTimersByTimeAsync(30 * minuteMs);
    await desk.say(call());
    expect(alarmState(desk.alarm)).toBe('out-of-service');
    expect(desk.alarm.escalatedAtMs).toBeNull();
    expect(alarmState(await desk.act({ kind: 'in-service' }))).toBe('unacknowledged');
    await vi.advanceTimersByTimeAsync(0);
    expect(desk.alarm.escalatedAtMs).toBe(Date.now());
  });

  it('takes a call as over of which nothing was heard for an hour', async () => {
    await desk.act(acknowledge);
    await vi.advanceTimersByTimeAsync(30 * minuteMs);
    await desk.say(call());
    await vi.advanceTimersByTimeAsync(59 * minuteMs);
    expect(alarmState(desk.alarm)).toBe('acknowledged');
    await vi.advanceTimersByTimeAsync(minuteMs);
    expect(alarmState(desk.alarm)).toBe('returned');
  });

  it('escalates a critical one that nobody takes for a minute, anew when it comes back', async () => {
    await vi.advanceTimersByTimeAsync(59_000);
    expect(desk.alarm.escalatedAtMs).toBeNull();
    await desk.restart('killed');
    await vi.advanceTimersByTimeAsync(1000);
    expect(desk.alarm.escalatedAtMs).toBe(Date.now());
    expect(await desk.stepsOf(desk.alarm.id)).toEqual(['raised', 'escalated']);
    await desk.say(call(false));
    await desk.say(call());
    expect(desk.alarm.escalatedAtMs).toBeNull();
  });

  it.each([
    ['claimed', () => desk.act({ kind: 'claim' })],
    ['acknowledged', () => desk.act(acknowledge)],
  ])('does not escalate one that is %s', async (_, take) => {
    await take();
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(desk.alarm.escalatedAtMs).toBeNull();
  });

  it('does not escalate what is less than critical', async () => {
    await desk.parts.rules.add(ruleOf({ priority: 2 }));
    await desk.say(motion);
    await vi.advanceTimersByTimeAsync(5 * minuteMs);
    expect(desk.alarms.map(({ escalatedAtMs }) => escalatedAtMs !== null)).toEqual([true, false]);
  });
});
