import { expect, it } from 'vitest';
import type { FoundCamera } from '../registry/camera-directory.ts';
import type { FileSeal } from './file-seal.ts';
import { Recordings } from './recordings.ts';

const minuteMs = 60_000;
const beginMs = Date.UTC(2026, 10, 20, 12);

it('knows of no minute that was not over when the device was asked, also from memory', async () => {
  let nowMs = beginMs + 5 * minuteMs - 2000;
  const operations = {
    // As a recorder tells by the minute: of those that are over.
    listRecordedSpans: async (_: unknown, channels: readonly string[]) => {
      const toMs = Math.floor(nowMs / minuteMs) * minuteMs;
      const spans = [{ fromMs: beginMs, toMs, kind: 'continuous' as const }];
      return new Map(channels.map((one) => [one, { precision: 'minute' as const, spans }]));
    },
  };
  const found = {
    camera: { row: { id: 'c1', channel: '1' } },
    device: { id: 'd1', protocol: { operations }, connection: {}, status: {} },
  } as unknown as FoundCamera;
  const recordings = new Recordings({
    ...{ seal: {} as FileSeal, siteZone: 'UTC' },
    now: () => nowMs,
  });
  const lacks = async () => {
    const range = { fromMs: beginMs, toMs: beginMs + 60 * minuteMs };
    const [told] = await recordings.spans([found], range);
    const listed = told?.found.state === 'listed' ? told.found : null;
    return (listed?.knownToMs ?? 0) - (listed?.spans.at(-1)?.[1] ?? 0);
  };
  expect(await lacks()).toBeLessThanOrEqual(0);
  nowMs += 4000;
  expect(await lacks()).toBeLessThanOrEqual(0);
});
