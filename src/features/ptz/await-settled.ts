import { type PtzPosition, ptzAxes } from '../../domain/ptz.ts';

const lookEveryMs = 400;
/** Of a camera that does not say where it looks nobody knows; most have arrived by then. */
const usualMs = 2500;
const longestMs = 8000;

export interface Settling {
  /** Null for a camera that does not say where it looks. */
  readonly readPosition: (() => Promise<PtzPosition>) | null;
  readonly wait: (ms: number) => Promise<void>;
}

/** Resolves once a camera stands: the same position twice, or the time that most take. */
export async function awaitSettled({ readPosition, wait }: Settling): Promise<void> {
  if (readPosition === null) return wait(usualMs);
  let before: PtzPosition | null = null;
  for (let waitedMs = 0; waitedMs < longestMs; waitedMs += lookEveryMs) {
    await wait(lookEveryMs);
    const now = await readPosition();
    if (before !== null && samePosition(before, now)) return;
    before = now;
  }
}

function samePosition(one: PtzPosition, other: PtzPosition): boolean {
  return ptzAxes.every((axis) => axis === 'iris' || one[axis] === other[axis]);
}
