import type { Scene } from './scene.ts';
import type { Atmosphere, Lens } from './stage.ts';

export interface ViewChange {
  readonly lens: Lens;
  /** Another light, such as that of another room of the same kind. */
  readonly air?: Partial<Atmosphere>;
  /** How far its motion is ahead, seconds, so that the two never show the same at once. */
  readonly aheadSeconds: number;
}

/** A second camera at a place that has one already: it stands elsewhere and looks elsewhere. */
export function otherView(scene: Scene, change: ViewChange): Scene {
  return {
    ...scene,
    lens: change.lens,
    air: { ...scene.air, ...change.air },
    motion: (stage, second) => scene.motion(stage, (second + change.aheadSeconds) % 60),
  };
}
