import { describe, expect, it } from 'vitest';
import { domePlan, smallHeadPlan } from './head-plans.ts';
import { MotorHead } from './motor-head.ts';

function head(plan = smallHeadPlan) {
  const clock = { ms: 1000 };
  return { clock, head: new MotorHead(plan, () => clock.ms) };
}

describe('a head', () => {
  it('rests at home and has stood since it was made', () => {
    const { head: one, clock } = head();
    clock.ms += 5000;
    expect(one.state).toMatchObject({
      position: { pan: 0, tilt: 0, zoom: 0 },
      velocity: { pan: 0, tilt: 0 },
      moving: false,
      movingSinceMs: null,
      stoppedAtMs: 1000,
    });
  });

  it('tells since when it moves, how fast, and when it was stopped', () => {
    const { head: one, clock } = head();
    one.keepMoving('pan', 50);
    clock.ms += 400;
    one.keepMoving('tilt', -100);
    clock.ms += 100;
    expect(one.state).toMatchObject({
      position: { pan: 10, tilt: -3 },
      velocity: { pan: 20, tilt: -30 },
      moving: true,
      movingSinceMs: 1000,
      stoppedAtMs: null,
    });
    one.stop(['pan']);
    expect(one.moving).toBe(true);
    clock.ms += 100;
    one.stop();
    clock.ms += 700;
    expect(one.state).toMatchObject({ moving: false, stoppedAtMs: 1600 });
  });

  it('does not stop later for a stop that is repeated', () => {
    const { head: one, clock } = head();
    one.keepMoving('zoom', 100);
    clock.ms += 200;
    one.stop();
    clock.ms += 300;
    one.stop();
    one.keepMoving('zoom', 0);
    expect(one.state.stoppedAtMs).toBe(1200);
  });

  it('is driven on against the end of its way until it is stopped', () => {
    const { head: one, clock } = head();
    one.keepMoving('pan', 100);
    clock.ms += 60_000;
    expect(one.state).toMatchObject({ position: { pan: 80 }, moving: true });
  });

  it('comes to rest by itself where it was sent', () => {
    const { head: one, clock } = head();
    one.moveTo({ pan: 20 });
    clock.ms += 60_000;
    expect(one.state).toMatchObject({ position: { pan: 20 }, moving: false, stoppedAtMs: 1500 });
  });

  it('goes to and fro until another command comes', () => {
    const { head: one, clock } = head();
    one.patrol('tilt', 1, 0);
    const seen = [500, 1000, 1000, 1000].map((ms) => {
      clock.ms += ms;
      return one.position.tilt;
    });
    expect(seen).toEqual([15, 15, -15, -15]);
    expect(one.state).toMatchObject({ moving: true, stoppedAtMs: null });
  });

  it('reaches as far as it is built', () => {
    const { head: one, clock } = head(domePlan);
    one.moveTo({ pan: 400, tilt: -90 });
    clock.ms += 60_000;
    expect(one.position).toMatchObject({ pan: 180, tilt: -10 });
  });
});
