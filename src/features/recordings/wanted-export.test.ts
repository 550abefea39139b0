import { expect, it } from 'vitest';
import { MasterClock } from '../../playback/recorded/master-clock.ts';
import { performKey } from './perform-key.ts';
import { createTimeline } from './timeline-store.ts';
import { rangeToMark, wantedRange } from './wanted-export.ts';

const nowMs = 1_000_000_500;

it('is the minute around the head, and ends where nothing has happened yet', () => {
  const timeline = createTimeline({ fromMs: 0, toMs: 1 });
  const clock = new MasterClock(nowMs - 120_000, { latestMs: () => nowMs });
  const head = nowMs - 120_000;
  expect(wantedRange(clock, timeline)).toEqual({ fromMs: head - 30_000, toMs: head + 30_000 });
  clock.seek(nowMs - 1000);
  expect(wantedRange(clock, timeline).toMs).toBe(1_000_000_000);
});

it('is the time that is chosen, as far as it has come', () => {
  const timeline = createTimeline({ fromMs: 0, toMs: 1 });
  const clock = new MasterClock(nowMs - 120_000, { latestMs: () => nowMs });
  timeline.setState({ selection: { fromMs: 1000.4, toMs: 2000 } });
  expect(wantedRange(clock, timeline)).toEqual({ fromMs: 1000, toMs: 2000 });
  timeline.setState({ selection: { fromMs: 1000, toMs: nowMs + 60_000 } });
  expect(wantedRange(clock, timeline)).toEqual({ fromMs: 1000, toMs: 1_000_000_000 });
});

it('is never chosen beyond what has come, by key or by button', () => {
  const view = { fromMs: nowMs - 100_000, toMs: nowMs + 100_000 };
  const timeline = createTimeline(view);
  const clock = new MasterClock(nowMs - 10_000, { latestMs: () => nowMs });
  const marked = { fromMs: nowMs - 10_000, toMs: nowMs };
  const nothing = () => undefined;
  performKey('in', {
    ...{ clock, timeline, step: nothing, event: nothing, speed: nothing, goTo: nothing },
    ...{ copyLink: nothing, bookmark: nothing, order: nothing, keys: nothing, skipQuiet: nothing },
  });
  expect(timeline.getState().selection).toEqual(marked);
  expect(rangeToMark({ view }, clock)).toEqual({ ...marked, fromMs: nowMs - 30_000 });
});
