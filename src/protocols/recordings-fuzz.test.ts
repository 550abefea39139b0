import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../domain/device-error.ts';
import type { TimeRange } from '../domain/recording.ts';
import { catalogue } from './catalogue.ts';
import { fixturesById } from './contract-fixtures.ts';
import { type FakeDevice, fakeLink } from './fake-link.ts';
import { mutated } from './parsing/mutated-bodies.ts';
import type { DeviceLink, Operations } from './protocol.ts';

/** Around the days of which the replies tell. */
const ranges = [
  { fromMs: Date.UTC(2018, 1, 4), toMs: Date.UTC(2018, 1, 10) },
  { fromMs: Date.UTC(2018, 4, 24), toMs: Date.UTC(2018, 4, 27) },
];
const zone = { name: 'America/New_York', offsetMinutes: -300 };
/** Replies that tell of recordings, by the ids that such endpoints have. */
const tellsOfRecordings =
  /^(?:find\.recorded-|vod\.(?:recorded|file)$|footage\.list$|storage\.list$)/;
const safePath = /^\/(?!\/)[^\s\\]*$/;

/** One sign in place of another, which seldom breaks the form and often the sense. */
const slips = fc.array(fc.tuple(fc.nat(), fc.constant(1), fc.constantFrom(...'0129-+:/.%ZT"< ')), {
  minLength: 1,
  maxLength: 3,
});

const making = catalogue.filter(({ operations }) => operations.listRecordedSpans !== undefined);

/** The good device of a protocol, whose replies about recordings are broken somewhere. */
function broken(id: string, changes: readonly (readonly [number, number, string])[]): FakeDevice {
  const { answers = {}, ...device } = fixturesById[id]?.device ?? {};
  const spoilt = Object.entries(answers).map(([endpoint, answer]) => [
    endpoint,
    (query: Parameters<Extract<typeof answer, (query: never) => unknown>>[0]) => {
      const whole = typeof answer === 'function' ? answer(query) : answer;
      if (!tellsOfRecordings.test(endpoint)) return whole;
      return { ...whole, text: mutated(whole.text ?? '', changes) };
    },
  ]);
  return { ...device, answers: Object.fromEntries(spoilt) };
}

type Check = (
  does: Operations,
  link: DeviceLink,
  channel: string,
  range: TimeRange,
) => Promise<void>;

/** Whatever is told must be usable; a wrong digit may of course make it another time. */
const checks: Readonly<Record<string, Check>> = {
  async spans(does, link, channel, range) {
    const found = await does.listRecordedSpans?.(link, [channel], range, zone);
    for (const { fromMs, toMs } of found?.get(channel)?.spans ?? []) {
      expect(fromMs).toBeGreaterThanOrEqual(range.fromMs);
      expect(fromMs).toBeLessThan(toMs);
      expect(toMs).toBeLessThanOrEqual(range.toMs);
    }
  },
  async files(does, link, channel, range) {
    for (const file of (await does.listRecordedFiles?.(link, channel, range, zone)) ?? []) {
      expect(file.range.fromMs).toBeLessThanOrEqual(file.range.toMs);
      expect(file.fileId).not.toContain('://');
      expect(does.recordedFileTarget?.(file.fileId, 'full')).toMatch(safePath);
    }
  },
  async days(does, link, channel, range) {
    for (const { month, day } of (await does.listRecordedDays?.(link, [channel], range, zone)) ??
      []) {
      expect([month >= 1 && month <= 12, day >= 1 && day <= 31]).toEqual([true, true]);
    }
  },
};

describe.each(making.map((protocol) => [protocol.id, protocol.operations] as const))(
  'a device that speaks %s badly',
  (id, does) => {
    it.each(Object.entries(checks))(
      'tells %s that are sound, or fails in a typed way',
      async (_, check) => {
        const good = fakeLink(fixturesById[id]?.device ?? {});
        const channel = (await does.listCameras?.(good))?.[0]?.channel ?? '1';
        let told = 0;
        const property = fc.asyncProperty(slips, async (changes) => {
          try {
            for (const range of ranges) {
              await check(does, fakeLink(broken(id, changes)), channel, range);
            }
            told += 1;
          } catch (failure) {
            expect(failure).toBeInstanceOf(DeviceError);
          }
        });
        await fc.assert(property, { seed: 7, numRuns: 100 });
        expect(told).toBeGreaterThan(4);
      },
    );
  },
);

it('every protocol that lists recordings is tried', () => {
  expect(making.map(({ id }) => id)).toEqual([
    'tsapi',
    'securityspy',
    'securityspy-legacy',
    'ipcamera',
  ]);
});
