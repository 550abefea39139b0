import type { Direction, Follower } from './moment.ts';

/** Whoever takes longer is left behind, and jumps when it is ready. */
const longestWaitMs = 5000;

export type Pace =
  | { readonly kind: 'runs' }
  | { readonly kind: 'waits' }
  | { readonly kind: 'skips'; readonly toMs: number }
  | { readonly kind: 'ends' };

interface Seen extends Pick<Follower, 'standing' | 'nextFootageMs'> {
  /** For how long its picture has been on its way. */
  readonly waitedMs: number;
}

/**
 * What a clock does next: it waits for pictures that are on their way, leaps over what no camera
 * has, and ends where nothing follows.
 */
export function paceOf(followers: readonly Seen[], direction: Direction): Pace {
  const has = (standing: Follower['standing']) =>
    followers.some((each) => each.standing === standing);
  const isWaitedFor = ({ standing, waitedMs }: Seen) =>
    standing === 'loading' && waitedMs < longestWaitMs;
  if (followers.some(isWaitedFor)) return { kind: 'waits' };
  if (followers.length === 0 || has('ready')) return { kind: 'runs' };
  if (has('loading') || has('not-yet')) return { kind: 'waits' };
  const nearest = direction === 1 ? Math.min : Math.max;
  const places = followers.flatMap(({ standing, nextFootageMs }) =>
    standing === 'nothing' && nextFootageMs !== null ? [nextFootageMs] : [],
  );
  if (places.length > 0) return { kind: 'skips', toMs: nearest(...places) };
  return has('failed') ? { kind: 'waits' } : { kind: 'ends' };
}
