/** Motion is a function of the second within the minute, and every period divides 60, so a minute loops. */
export function lap(second: number, periodSeconds: number, offset = 0): number {
  const share = (second / periodSeconds + offset) % 1;
  return share < 0 ? share + 1 : share;
}

/** Smoothly back and forth, -1..1. */
export function swing(second: number, periodSeconds: number, offset = 0): number {
  return Math.sin(2 * Math.PI * lap(second, periodSeconds, offset));
}

/** 0 before `from`, 1 after `to`, eased between. */
export function ease(value: number, from: number, to: number): number {
  const share = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/** A repeatable 0..1 for a place in a scene. */
export function scatter(seed: number): number {
  const value = Math.sin(seed * 127.1 + 311.7) * 43758.5453;
  return value - Math.floor(value);
}

/** Walks a closed or open list of [at, value] stops, eased between them. */
export function track(at: number, stops: readonly (readonly [number, number])[]): number {
  let value = stops[0]?.[1] ?? 0;
  for (let index = 1; index < stops.length; index += 1) {
    const [from, start] = stops[index - 1] ?? [0, 0];
    const [to, end] = stops[index] ?? [0, 0];
    if (at >= from) value = start + (end - start) * ease(at, from, to);
  }
  return value;
}
