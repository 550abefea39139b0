import type { HeadPlan } from './motor-head.ts';

const lens = { zoom: { least: 0, most: 9999 }, focus: { least: 0, most: 9999 } } as const;
const iris = { least: 0, most: 100 };
const rest = { pan: 0, tilt: 0, zoom: 0, focus: 5000, iris: 50 } as const;

/** The ranges of the "Full HD IP PTZ" rows of the IP Camera Standard API (5.3.1.1). */
export const domePlan: HeadPlan = {
  limits: { pan: { least: -180, most: 180 }, tilt: { least: -10, most: 190 }, ...lens, iris },
  fullSpeed: { pan: 120, tilt: 90, zoom: 4000, focus: 4000, iris: 50 },
  rest,
};

/** A small head for a desk or a wall: slow enough that a short push is a small turn. */
export const smallHeadPlan: HeadPlan = {
  limits: { pan: { least: -80, most: 80 }, tilt: { least: -30, most: 30 }, ...lens, iris },
  fullSpeed: { pan: 40, tilt: 30, zoom: 3000, focus: 3000, iris: 50 },
  rest,
};

/** A lens with motors before a body that stands still. */
export const lensPlan: HeadPlan = {
  ...smallHeadPlan,
  limits: {
    ...smallHeadPlan.limits,
    pan: { least: 0, most: 0 },
    tilt: { least: 0, most: 0 },
  },
};
