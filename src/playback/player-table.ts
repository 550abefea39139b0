import { isPlayable, type Stream, type StreamKind } from '../domain/stream.ts';
import type { BrowserAbilities } from './browser-abilities.ts';
import { framesClient } from './mjpeg/frames-client.ts';
import type { Player, PlayerName, PlayerTask } from './player.ts';

export interface PlayerRow {
  readonly kind: StreamKind;
  readonly player: PlayerName;
  readonly works: (abilities: BrowserAbilities, stream: Stream) => boolean;
  readonly load: () => Promise<(task: PlayerTask) => Player>;
}

/** What a tile is for: a wall wants many pictures soon, the focus view one with its sound. */
export type TilePurpose = 'wall' | 'focus';

const loadFrames: PlayerRow['load'] = async () => {
  const { FramesPlayer } = await import('./mjpeg/frames-player.ts');
  return (task) => new FramesPlayer(framesClient(), task, 'jpeg');
};

const loadCodecs: PlayerRow['load'] = async () => {
  const { FramesPlayer } = await import('./mjpeg/frames-player.ts');
  return (task) => new FramesPlayer(framesClient(), task, 'video');
};

const loadImage: PlayerRow['load'] = async () => {
  const [{ ImagePlayer }, { imageFrames }] = await Promise.all([
    import('./mjpeg/image-player.ts'),
    import('./mjpeg/image-frames.ts'),
  ]);
  return (task) => new ImagePlayer(imageFrames(), task);
};

const loadFlv: PlayerRow['load'] = async () => {
  const { FlvPlayer } = await import('./flv/flv-player.ts');
  return (task) => new FlvPlayer(task);
};

const drawsFrames: PlayerRow['works'] = (can) => can.framesWorker;
const drawsNoFrames: PlayerRow['works'] = (can) => !can.framesWorker;

/** A stream whose codec is not known is tried as H.264; the player finds out. */
const codecOf = (stream: Stream) => stream.codec ?? 'h264';

/** The kinds that the proxy hands over as FLV, best first: the fewer programs between, the sooner. */
const flvKinds = ['flv', 'h26x', 'rtsp'] as const;

/** Every way to play a kind of stream. */
export const playerTable: readonly PlayerRow[] = [
  { kind: 'mjpeg', player: 'frames', works: drawsFrames, load: loadFrames },
  { kind: 'mjpeg', player: 'image', works: drawsNoFrames, load: loadImage },
  ...flvKinds.map(
    (kind): PlayerRow => ({
      kind,
      player: 'webcodecs',
      works: (can, stream) => can.framesWorker && can.videoDecoder.includes(codecOf(stream)),
      load: loadCodecs,
    }),
  ),
  ...flvKinds.map(
    (kind): PlayerRow => ({
      kind,
      player: 'flv',
      works: (can, stream) => can.mediaSource.includes(codecOf(stream)),
      load: loadFlv,
    }),
  ),
  {
    kind: 'hls',
    player: 'hls',
    works: (can, stream) => can.nativeHls || can.mediaSource.includes(codecOf(stream)),
    load: async () => {
      const { HlsPlayer } = await import('./hls/hls-player.ts');
      return (task) => new HlsPlayer(task);
    },
  },
  { kind: 'jpeg', player: 'frames', works: drawsFrames, load: loadFrames },
  { kind: 'jpeg', player: 'image', works: drawsNoFrames, load: loadImage },
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

/**
 * Players, best first. WebCodecs shows a picture as soon as it is decoded and needs a fraction of
 * the line that MJPEG takes, but has no sound; mpegts.js (`flv`) has it and is half a second
 * behind, HLS more than one; the device's own page is better than nothing.
 */
const playerOrder: Readonly<Record<TilePurpose, readonly PlayerName[]>> = {
  wall: ['webcodecs', 'frames', 'image', 'flv', 'hls', 'page'],
  focus: ['flv', 'webcodecs', 'frames', 'image', 'hls', 'page'],
};

export interface Candidate {
  readonly stream: Stream;
  readonly row: PlayerRow;
}

/**
 * The ways to show a camera, best first: streams of the wanted quality before the others, within a
 * quality the order of the players, and for one player the order of the table.
 */
export function listCandidates(
  streams: readonly Stream[],
  quality: Stream['quality'],
  abilities: BrowserAbilities,
  forced?: StreamKind,
  purpose: TilePurpose = 'wall',
): readonly Candidate[] {
  const ways = streams
    .filter((stream) => isPlayable(stream) && (forced === undefined || stream.kind === forced))
    .flatMap((stream) =>
      playerTable
        .filter(({ kind, works }) => kind === stream.kind && works(abilities, stream))
        .map((row) => ({ stream, row })),
    );
  const rankOf = (way: Candidate) => rank(way, quality, playerOrder[purpose]);
  return ways.sort((a, b) => rankOf(a) - rankOf(b));
}

function rank(
  { stream, row }: Candidate,
  quality: Stream['quality'],
  order: readonly PlayerName[],
): number {
  const lastResort = stream.kind === 'jpeg' || stream.kind === 'page';
  // A moving picture of the other size beats a slide show of the right one.
  const wrongSize = stream.quality === quality ? 0 : 1000;
  const place = order.indexOf(row.player) * 100 + playerTable.indexOf(row);
  return (lastResort ? 10_000 : 0) + wrongSize + place;
}
