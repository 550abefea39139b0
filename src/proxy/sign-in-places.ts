import type { Role } from '../domain/role.ts';
import type { Access } from './access/access.ts';

export interface SignInPlaces {
  /** Path with a one-time code behind `#`, where nobody is registered yet. */
  readonly setUp: string | null;
  /** One path for each role of the demo, good while the proxy runs. */
  readonly demo: readonly { readonly role: Role; readonly place: string }[];
}

/** The codes stand behind `#`: a browser sends that part to nobody and keeps it out of logs. */
export function signInPlaces({ desk, setUpCode, demo }: Access): SignInPlaces {
  return {
    setUp: desk.needsSetUp ? `/setup#${setUpCode.code}` : null,
    demo: [...(demo?.codes ?? [])].map(([role, code]) => ({
      role,
      place: `/sign-in#demo.${code}`,
    })),
  };
}

/** What the start prints; its last line tells that all of it is there. */
export function greeting(origin: string, { setUp, demo }: SignInPlaces): string {
  const ready = `Watchfloor is ready: ${origin}`;
  if (setUp !== null) {
    return [
      'Nobody is registered yet. Whoever opens this address within 15 minutes becomes the first',
      'administrator; it works once:',
      `  ${origin}${setUp}`,
      ready,
    ].join('\n');
  }
  if (demo.length === 0) return ready;
  const doors = demo.map(({ role, place }) => `  ${role.padEnd(14)} ${origin}${place}`);
  return ['This is the demo site. Open one of these to sign in:', ...doors, ready].join('\n');
}
