/** Red, green and blue, each 0..1; may exceed 1 while light is being added up. */
export type Rgb = readonly [number, number, number];

const parsed = new Map<string, Rgb>();

/** Reads `#rrggbb`. */
export function rgb(hex: string): Rgb {
  const known = parsed.get(hex);
  if (known !== undefined) return known;
  const bits = Number.parseInt(hex.slice(1), 16);
  const colour: Rgb = [(bits >> 16) / 255, ((bits >> 8) & 255) / 255, (bits & 255) / 255];
  parsed.set(hex, colour);
  return colour;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

export function multiply(colour: Rgb, light: Rgb): Rgb {
  return [colour[0] * light[0], colour[1] * light[1], colour[2] * light[2]];
}

export function add(a: Rgb, b: Rgb, share = 1): Rgb {
  return [a[0] + b[0] * share, a[1] + b[1] * share, a[2] + b[2] * share];
}

function channel(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
}

export function css(colour: Rgb, alpha = 1): string {
  return `rgba(${channel(colour[0])},${channel(colour[1])},${channel(colour[2])},${alpha})`;
}
