import { describe, expect, it } from 'vitest';
import { type Stream, streamKinds } from '../domain/stream.ts';
import type { BrowserAbilities } from './browser-abilities.ts';
import { listCandidates, playerTable } from './player-table.ts';

const everything: BrowserAbilities = {
  framesWorker: true,
  videoDecoder: ['h264', 'h265'],
  mediaSource: ['h264', 'h265'],
  nativeHls: true,
};
const withoutCodecs: BrowserAbilities = { ...everything, videoDecoder: [] };

function stream(
  kind: Stream['kind'],
  quality: Stream['quality'] = 'main',
  over: Partial<Stream> = {},
): Stream {
  return { id: `${quality}-${kind}`, kind, quality, ...over };
}

const all = (['page', 'rtmp', 'hls', 'jpeg', 'flv', 'mjpeg'] as const).flatMap((kind) => [
  stream(kind, 'main'),
  stream(kind, 'sub'),
]);

/** `stream id by player`, best first. */
function waysOf(...asked: Parameters<typeof listCandidates>): string[] {
  return listCandidates(...asked).map(({ stream: { id }, row }) => `${id} by ${row.player}`);
}

describe('listCandidates', () => {
  it('prefers the wanted quality, then the order of the players, and stills last', () => {
    expect(waysOf(all, 'sub', everything)).toEqual([
      'sub-flv by webcodecs',
      'sub-mjpeg by frames',
      'sub-flv by flv',
      'sub-hls by hls',
      'main-flv by webcodecs',
      'main-mjpeg by frames',
      'main-flv by flv',
      'main-hls by hls',
      'sub-jpeg by frames',
      'sub-page by page',
      'main-jpeg by frames',
      'main-page by page',
    ]);
  });

  it('lets the player with sound go first in the focus view', () => {
    expect(waysOf(all, 'main', everything, 'flv', 'focus').slice(0, 2)).toEqual([
      'main-flv by flv',
      'main-flv by webcodecs',
    ]);
  });

  it('plays whatever the proxy hands over as FLV, the nearer source first', () => {
    const streams = [stream('hls'), stream('rtsp'), stream('h26x'), stream('flv')];
    expect(waysOf(streams, 'main', everything)).toEqual([
      'main-flv by webcodecs',
      'main-h26x by webcodecs',
      'main-rtsp by webcodecs',
      'main-flv by flv',
      'main-h26x by flv',
      'main-rtsp by flv',
      'main-hls by hls',
    ]);
  });

  it('never offers what no browser plays, nor what the proxy lacks a program for', () => {
    const waiting = stream('rtsp', 'main', { needs: 'ffmpeg' });
    expect(waysOf([stream('rtmp'), stream('mp4v'), waiting], 'main', everything)).toEqual([]);
  });

  it('offers H.265 only where the browser has it', () => {
    const streams = [stream('flv', 'main', { codec: 'h265' }), stream('flv', 'sub')];
    const without: BrowserAbilities = {
      ...everything,
      videoDecoder: ['h264'],
      mediaSource: ['h264'],
    };
    expect(waysOf(streams, 'main', without)).toEqual(['sub-flv by webcodecs', 'sub-flv by flv']);
    expect(waysOf(streams, 'main', everything)[0]).toBe('main-flv by webcodecs');
  });

  it('leaves out what this browser cannot play', () => {
    const poor: BrowserAbilities = { ...withoutCodecs, mediaSource: [], nativeHls: false };
    expect(waysOf([stream('flv'), stream('hls'), stream('jpeg')], 'main', poor)).toEqual([
      'main-jpeg by frames',
    ]);
  });

  it('plays HLS natively where only that exists', () => {
    const phone: BrowserAbilities = { ...withoutCodecs, mediaSource: [] };
    expect(waysOf([stream('flv'), stream('hls')], 'main', phone)).toEqual(['main-hls by hls']);
  });

  it('shows frames in a plain image where no worker can draw', () => {
    const streams = [stream('mjpeg'), stream('flv')];
    expect(waysOf(streams, 'main', { ...everything, framesWorker: false })).toEqual([
      'main-mjpeg by image',
      'main-flv by flv',
    ]);
  });

  it('obeys a forced kind', () => {
    expect(waysOf(all, 'main', everything, 'hls')).toEqual(['main-hls by hls', 'sub-hls by hls']);
  });
});

describe('playerTable', () => {
  it('has a row for every kind but those that no browser plays', () => {
    expect(new Set(playerTable.map(({ kind }) => kind))).toEqual(
      new Set(streamKinds.filter((kind) => kind !== 'rtmp' && kind !== 'mp4v')),
    );
  });
});
