import type { Stream, StreamKind } from '../domain/stream.ts';
import { framesClient } from './mjpeg/frames-client.ts';
import type { Player, PlayerName, PlayerTask } from './player.ts';

/** What this browser can do, asked once. */
export interface BrowserAbilities {
  readonly framesWorker: boolean;
  readonly mediaSource: boolean;
  readonly nativeHls: boolean;
}

export interface PlayerRow {
  readonly kind: StreamKind;
  readonly player: PlayerName;
  readonly works: (abilities: BrowserAbilities) => boolean;
  readonly load: () => Promise<(task: PlayerTask) => Player>;
}

const loadFrames: PlayerRow['load'] = async () => {
  const { FramesPlayer } = await import('./mjpeg/frames-player.ts');
  return (task) => new FramesPlayer(framesClient(), task);
};

const loadImage: PlayerRow['load'] = async () => {
  const [{ ImagePlayer }, { imageFrames }] = await Promise.all([
    import('./mjpeg/image-player.ts'),
    import('./mjpeg/image-frames.ts'),
  ]);
  return (task) => new ImagePlayer(imageFrames(), task);
};

/**
 * Every way to play, best for a wall first: MJPEG starts at once and costs no decoder, FLV is half
 * a second behind, HLS more than a second, stills and the device's own page are better than nothing.
 */
export const playerTable: readonly PlayerRow[] = [
  { kind: 'mjpeg', player: 'frames', works: (can) => can.framesWorker, load: loadFrames },
  { kind: 'mjpeg', player: 'image', works: () => true, load: loadImage },
  {
    kind: 'flv',
    player: 'flv',
    works: (can) => can.mediaSource,
    load: async () => {
      const { FlvPlayer } = await import('./flv/flv-player.ts');
      return (task) => new FlvPlayer(task);
    },
  },
  {
    kind: 'hls',
    player: 'hls',
    works: (can) => can.mediaSource || can.nativeHls,
    load: async () => {
      const { HlsPlayer } = await import('./hls/hls-player.ts');
      return (task) => new HlsPlayer(task);
    },
  },
  { kind: 'jpeg', player: 'frames', works: (can) => can.framesWorker, load: loadFrames },
  { kind: 'jpeg', player: 'image', works: () => true, load: loadImage },
  {
    kind: 'page',
    player: 'page',
    works: () => true,
    load: async () => {
      const { PagePlayer } = await import('./page/page-player.ts');
      return (task) => new PagePlayer(task);
    },
  },
];

export interface Candidate {
  readonly stream: Stream;
  readonly row: PlayerRow;
}

/**
 * The ways to show a camera, best first: streams of the wanted quality before the others, and
 * within a quality the order of the table. One player per stream: the first that works here.
 */
export function listCandidates(
  streams: readonly Stream[],
  quality: Stream['quality'],
  abilities: BrowserAbilities,
  forced?: StreamKind,
): readonly Candidate[] {
  const ranked = [...streams].sort((a, b) => rank(a, quality) - rank(b, quality));
  return ranked.flatMap((stream) => {
    if (forced !== undefined && stream.kind !== forced) return [];
    const row = playerTable.find(({ kind, works }) => kind === stream.kind && works(abilities));
    return row === undefined ? [] : [{ stream, row }];
  });
}

function rank(stream: Stream, quality: Stream['quality']): number {
  const order = playerTable.findIndex(({ kind }) => kind === stream.kind);
  const lastResort = stream.kind === 'jpeg' || stream.kind === 'page';
  // A moving picture of the other size beats a slide show of the right one.
  return (lastResort ? 1000 : 0) + (stream.quality === quality ? 0 : 100) + order;
}
