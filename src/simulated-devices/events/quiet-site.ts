import type { SimulatedDevice } from '../device.ts';
import { seededNumbers } from '../seeded-numbers.ts';
import { habitsOf, type Range, type SiteHabit } from './site-habits.ts';

/**
 * Lets the devices tell, now and then, what a calm site has to tell; the same for the same seed.
 * @returns how to end it
 */
export function startQuietSite(devices: readonly SimulatedDevice[], seed: number): () => void {
  const timers = new Set<NodeJS.Timeout>();
  const later = (ms: number, act: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      act();
    }, ms);
    timers.add(timer);
  };
  let habitsBegun = 0;
  const begin = ({ events }: SimulatedDevice, habit: SiteHabit): void => {
    // Each with its own row of numbers, so that none depends on when another comes.
    habitsBegun += 1;
    const random = seededNumbers(seed * 1009 + habitsBegun);
    const within = ([least, most]: Range): number => (least + random() * (most - least)) * 1000;
    const repeat = (): void => {
      for (const { afterSeconds, ...order } of habit.play(random))
        later(afterSeconds * 1000, () => events.send(order));
      later(within(habit.everySeconds), repeat);
    };
    later(within(habit.firstSeconds), repeat);
  };
  for (const device of devices) for (const habit of habitsOf(device.protocol)) begin(device, habit);
  return () => {
    for (const timer of timers) clearTimeout(timer);
    timers.clear();
  };
}
