import type { Face, Solid, Vec } from './geometry.ts';

export type Profile = readonly (readonly [number, number])[];

/** A side outline, [z, y] and convex, made `width` metres thick. */
export function extrude(
  profile: Profile,
  width: number,
  colour: string,
  sides: readonly Face[] = [],
  ends: (index: number) => readonly Face[] = () => [],
): Solid {
  const x = width / 2;
  const mirrored = sides.map((face) => ({
    ...face,
    points: face.points.map((p): Vec => [-p[0], p[1], p[2]]),
  }));
  const strips = profile.map((here, index): Face => {
    const next = profile[(index + 1) % profile.length] ?? here;
    return {
      points: [
        [-x, here[1], here[0]],
        [x, here[1], here[0]],
        [x, next[1], next[0]],
        [-x, next[1], next[0]],
      ],
      colour,
      decals: ends(index),
    };
  });
  return [
    ...strips,
    { points: profile.map(([z, y]): Vec => [x, y, z]), colour, decals: sides },
    { points: profile.map(([z, y]): Vec => [-x, y, z]), colour, decals: mirrored },
  ];
}

export function wheel(x: number, z: number, radius: number, hub = '#8b929c'): Face {
  const ring = (r: number, out: number): Vec[] =>
    Array.from({ length: 14 }, (_, i): Vec => {
      const a = (i / 14) * 2 * Math.PI;
      return [x + out, radius + Math.sin(a) * r, z + Math.cos(a) * r];
    });
  return {
    points: ring(radius, 0),
    colour: '#17181c',
    decals: [{ points: ring(radius * 0.55, 0.01), colour: hub }],
  };
}
