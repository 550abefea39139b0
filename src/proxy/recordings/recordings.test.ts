import { expect, it } from 'vitest';
import type { RecordedSpan, RecordingKind } from '../../domain/recording.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import type { FileSeal } from './file-seal.ts';
import { Recordings } from './recordings.ts';

const minuteMs = 60_000;
const beginMs = Date.UTC(2026, 10, 20, 12);

const seal = {} as FileSeal;

function cameraWith(listRecordedSpans: unknown): FoundCamera {
  return {
    camera: { row: { id: 'c1', channel: '1' } },
    device: {
      ...{ id: 'd1', connection: {}, status: {} },
      protocol: { operations: { listRecordedSpans } },
    },
  } as unknown as FoundCamera;
}

it('knows nothing of a film that is still written, where a device lists what is closed', async () => {
  const nowMs = beginMs + 100 * minuteMs;
  const knownTo = async (...spans: readonly RecordedSpan[]) => {
    const found = cameraWith(async () => new Map([['1', { precision: 'exact', spans }]]));
    const recordings = new Recordings({ seal, siteZone: 'UTC', now: () => nowMs });
    const [told] = await recordings.spans([found], { fromMs: beginMs, toMs: nowMs + minuteMs });
    return told?.found.state === 'listed' ? (told.found.knownToMs - beginMs) / minuteMs : null;
  };
  const span = (kind: RecordingKind, from: number, to: number) => ({
    ...{ kind, fromMs: beginMs + from * minuteMs, toMs: beginMs + to * minuteMs },
  });
  expect(await knownTo(span('continuous', 0, 60))).toBe(60);
  // A film of the hour may be under way beside it.
  expect(await knownTo(span('motion', 90, 91))).toBe(39);
  expect(await knownTo(span('continuous', 0, 10))).toBe(39);
  expect(await knownTo(span('continuous', 60, 100))).toBe(99);
});

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
  const found = cameraWith(operations.listRecordedSpans);
  const recordings = new Recordings({ seal, siteZone: 'UTC', now: () => nowMs });
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
