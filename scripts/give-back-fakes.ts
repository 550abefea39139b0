import { afterAll, vi } from 'vitest';

// Unit tests share their modules and their clock with the files that come after them in the same
// worker: a fake clock that one forgets would let every time-out of another wait for ever.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});
