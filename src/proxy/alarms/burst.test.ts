import { afterEach, beforeEach, expect, it } from 'vitest';
import type { EventFact } from '../../domain/device-event.ts';
import { normalise } from '../events/normalise.ts';
import { motion, recorder } from '../events/test-journal.ts';
import { plate, TestDesk } from './test-desk.ts';
import { ruleOf } from './test-rule.ts';

const mostBusyMs = 50;

let desk: TestDesk;
beforeEach(async () => {
  desk = await new TestDesk().open();
});
afterEach(() => desk.end());

/** The longest time between two turns of the loop; of the processor, for other programs run too. */
function watchTurns(): () => number {
  let longest = 0;
  let before = process.cpuUsage();
  let handle: NodeJS.Immediate;
  const turn = () => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.cpuUsage();
    handle = setImmediate(turn);
  };
  turn();
  return () => {
    clearImmediate(handle);
    return longest;
  };
}

/** A hundred every fiftieth of a second, until there were as many as asked for. */
async function burst(count: number, factOf: (number: number) => EventFact): Promise<number> {
  const longest = watchTurns();
  for (let number = 0; number < count; number += 100) {
    const arrivals = Array.from({ length: 100 }, (_, index) => {
      const reported = { channel: String(1 + (index % 2)), fact: factOf(number + index) };
      const reception = { device: recorder(), receivedAtMs: Date.now(), isLate: false };
      const event = normalise(reported, reception);
      if (event === null) throw new TypeError('no event');
      return { event, mayRepeat: false };
    });
    desk.journal.add(arrivals);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await desk.journal.flush();
  await desk.parts.flush();
  return longest();
}

/** Other programs and the collector add to each, and take nothing away: the least tells of us. */
async function leastOf(times: number, run: (time: number) => Promise<number>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < times; time += 1) least = Math.min(least, await run(time));
  return least;
}

async function addRules(topic: 'motion' | 'plate'): Promise<void> {
  for (const priority of [2, 3, 4] as const) {
    await desk.parts.rules.add(ruleOf({ topic, priority }));
  }
}

it('takes in 5,000 events a second with three rules without stopping a picture', async () => {
  await addRules('motion');
  const busyMs = await leastOf(3, () => burst(5000, () => motion));
  console.info(`5,000 events, three rules: the loop was busy ${Math.round(busyMs)} ms at most`);
  expect(desk.alarms).toHaveLength(3 * 2);
  expect(desk.alarms.reduce((sum, { count }) => sum + count, 0)).toBe(3 * 3 * 5000);
  expect(busyMs).toBeLessThan(mostBusyMs);
}, 60_000);

it('keeps what matters most of more than anybody will work through', async () => {
  await addRules('plate');
  const busyMs = await leastOf(2, (time) => burst(2000, (number) => plate(`${time} ${number}`)));
  console.info(`12,000 alarms: the loop was busy ${Math.round(busyMs)} ms at most`);
  const priorities = desk.alarms.map(({ priority }) => priority);
  expect(priorities.length).toBeGreaterThan(1800);
  expect(priorities.length).toBeLessThanOrEqual(2000);
  expect(priorities.filter((priority) => priority === 2).length).toBeGreaterThan(1700);
  expect(busyMs).toBeLessThan(mostBusyMs);
}, 60_000);
