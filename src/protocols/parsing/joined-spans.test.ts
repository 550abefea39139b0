import { describe, expect, it } from 'vitest';
import type { RecordedSpan } from '../../domain/recording.ts';
import { joinedSpans } from './joined-spans.ts';

const span = (fromMs: number, toMs: number, kind: RecordedSpan['kind'] = 'motion') => ({
  fromMs,
  toMs,
  kind,
});
const range = { fromMs: 100, toMs: 1000 };

describe('joinedSpans', () => {
  it.each([
    ['that touch', [span(200, 300), span(300, 400)], [span(200, 400)]],
    ['that overlap, in any order', [span(300, 400), span(200, 350)], [span(200, 400)]],
    ['one within another', [span(200, 900), span(300, 400), span(500, 950)], [span(200, 950)]],
    ['twice the same', [span(200, 300), span(200, 300)], [span(200, 300)]],
    ['apart', [span(200, 300), span(301, 400)], [span(200, 300), span(301, 400)]],
  ])('makes one of those %s', (_, spans, joined) => {
    expect(joinedSpans(spans, range)).toEqual(joined);
  });

  it('keeps kinds apart, even where one lies over another', () => {
    const spans = [
      span(200, 600, 'continuous'),
      span(300, 400),
      span(600, 700, 'continuous'),
      span(350, 450),
    ];
    expect(joinedSpans(spans, range)).toEqual([span(200, 700, 'continuous'), span(300, 450)]);
  });

  it('cuts to the range and drops what lies outside', () => {
    const spans = [span(0, 100), span(50, 150), span(900, 2000), span(1000, 1100), span(500, 500)];
    expect(joinedSpans(spans, range)).toEqual([span(100, 150), span(900, 1000)]);
  });

  it('leaves what it was given as it was', () => {
    const spans = [span(200, 300), span(250, 400)];
    joinedSpans(spans, range);
    expect(spans).toEqual([span(200, 300), span(250, 400)]);
  });
});
