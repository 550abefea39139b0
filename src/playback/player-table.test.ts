import { describe, expect, it } from 'vitest';
import type { Stream } from '../domain/stream.ts';
import { type BrowserAbilities, listCandidates, playerTable } from './player-table.ts';

const everything: BrowserAbilities = { framesWorker: true, mediaSource: true, nativeHls: true };

function stream(kind: Stream['kind'], quality: Stream['quality'] = 'main'): Stream {
  return { id: `${quality}-${kind}`, kind, quality };
}

const all = (['page', 'rtmp', 'hls', 'jpeg', 'flv', 'mjpeg'] as const).flatMap((kind) => [
  stream(kind, 'main'),
  stream(kind, 'sub'),
]);

function idsOf(...asked: Parameters<typeof listCandidates>): string[] {
  return listCandidates(...asked).map(({ stream: { id } }) => id);
}

describe('listCandidates', () => {
  it('prefers the wanted quality, then the order of the table, and stills last', () => {
    expect(idsOf(all, 'sub', everything)).toEqual([
      'sub-mjpeg',
      'sub-flv',
      'sub-hls',
      'main-mjpeg',
      'main-flv',
      'main-hls',
      'sub-jpeg',
      'sub-page',
      'main-jpeg',
      'main-page',
    ]);
  });

  it('never offers what no browser plays', () => {
    expect(idsOf([stream('rtmp'), stream('rtsp')], 'main', everything)).toEqual([]);
  });

  it('leaves out what this browser cannot play', () => {
    const poor = { framesWorker: true, mediaSource: false, nativeHls: false };
    expect(idsOf([stream('flv'), stream('hls'), stream('jpeg')], 'main', poor)).toEqual([
      'main-jpeg',
    ]);
  });

  it('plays HLS natively where only that exists', () => {
    const phone = { framesWorker: true, mediaSource: false, nativeHls: true };
    expect(idsOf([stream('flv'), stream('hls')], 'main', phone)).toEqual(['main-hls']);
  });

  it('shows frames in a plain image where no worker can draw', () => {
    const [first] = listCandidates([stream('mjpeg')], 'main', {
      ...everything,
      framesWorker: false,
    });
    expect(first?.row.player).toBe('image');
  });

  it('obeys a forced kind', () => {
    expect(idsOf(all, 'main', everything, 'hls')).toEqual(['main-hls', 'sub-hls']);
  });
});

describe('playerTable', () => {
  it('has a row for every kind that some browser plays', () => {
    expect(new Set(playerTable.map(({ kind }) => kind))).toEqual(
      new Set(['mjpeg', 'flv', 'hls', 'jpeg', 'page']),
    );
  });
});
