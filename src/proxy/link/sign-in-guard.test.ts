import { beforeEach, expect, it } from 'vitest';
import { type Place, SignInGuard, type SignInVerdict } from './sign-in-guard.ts';

const minute = 60_000;
const move: Place = { name: 'move', provesPassword: false, isUrgent: true };
const stop: Place = { name: 'stop', provesPassword: false, isUrgent: true };
const settings: Place = { name: 'settings', provesPassword: false };

let nowMs: number;
let guard: SignInGuard;
beforeEach(() => {
  nowMs = 10 * minute;
  guard = new SignInGuard(
    () => nowMs,
    () => undefined,
  );
});

async function ask(place: Place, verdict: SignInVerdict): Promise<void> {
  const settle = await guard.admit(place, new AbortController().signal);
  settle(verdict);
}

it('lets a stop through after a movement was taken, whatever other places refuse', async () => {
  await ask(move, 'accepted');
  await ask(settings, 'refused');
  await ask(settings, 'refused');
  await expect(ask(settings, 'silent')).rejects.toMatchObject({ reason: 'login-refused' });
  await ask(stop, 'accepted');
});

it('holds up a stop that was itself refused, and any command where none was ever taken', async () => {
  await ask(settings, 'refused');
  await ask(settings, 'refused');
  await expect(ask(move, 'silent')).rejects.toMatchObject({ reason: 'login-refused' });
  nowMs += minute;
  await ask(move, 'accepted');
  await ask(stop, 'refused');
  await ask(stop, 'refused');
  await expect(ask(stop, 'silent')).rejects.toMatchObject({ retryAfterMs: minute });
});

it('waits no longer than usual where somebody sets the clock back', async () => {
  await ask(settings, 'refused');
  await ask(settings, 'refused');
  nowMs -= 60 * minute;
  await ask(settings, 'refused');
  await expect(ask(settings, 'silent')).rejects.toMatchObject({ retryAfterMs: minute });
});
