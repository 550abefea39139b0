import type { Atmosphere, Lens, Stage } from './stage.ts';

/** What one camera looks at. Backdrop and foreground are painted once, motion for every picture. */
export interface Scene {
  readonly lens: Lens;
  readonly air: Atmosphere;
  backdrop(stage: Stage): void;
  /** `second` is within the minute, 0..60; the motion must loop over it. */
  motion(stage: Stage, second: number): void;
  foreground?(stage: Stage): void;
}

export interface SiteCamera {
  /** What the watermark says; unique on the site. */
  readonly number: number;
  readonly name: string;
  readonly scene: Scene;
}
