import type { CameraView } from '../api/camera.ts';
import type { SeenProblem } from '../api/problem.ts';
import type { ChannelState } from '../domain/camera.ts';
import { stallAfterMs } from '../domain/stall.ts';
import type { Stream, StreamQuality } from '../domain/stream.ts';
import type { Lack } from './lack.ts';
import type { PictureState, PictureTruth, PlayerReason } from './picture-truth.ts';
import type { PictureProgress, PlayerName } from './player.ts';

/** All that is known of a tile at one moment. */
export interface TileFacts {
  readonly camera: Pick<CameraView, 'state' | 'stateSinceMs' | 'notRecordingSinceMs'>;
  readonly seen: boolean;
  /** Whether any stream of the camera can be played here at all. */
  readonly playable: boolean;
  /** What would have to be there for a picture, where none is playable. */
  readonly lack?: Lack | undefined;
  readonly wantedQuality: StreamQuality;
  readonly stream?: Stream | undefined;
  readonly player?: PlayerName | undefined;
  readonly why: PlayerReason;
  readonly fallbackFrom?: PictureTruth['fallbackFrom'];
  readonly progress: PictureProgress;
  /** What went wrong last; stands until the next new picture. */
  readonly problem?: SeenProblem | undefined;
  readonly attempt: number;
  readonly retryInMs?: number | undefined;
}

/** A source that is slower than this is told from a moving picture. */
const slowFramesPerSecond = 2;
/** Under this share of the rate that the device promises, something is in the way. */
const poorRateShare = 0.4;

const channelProblems: Partial<Record<ChannelState, SeenProblem>> = {
  'camera-login-failed': { kind: 'unauthorized', reason: 'camera-login-failed' },
  'camera-blocked': { kind: 'forbidden', reason: 'camera-blocked' },
  'no-network': { kind: 'unreachable', reason: 'camera-offline' },
  'camera-timeout': { kind: 'timeout', reason: 'camera-timeout' },
  'no-video-input': { kind: 'rejected', reason: 'no-video-input' },
  'service-failure': { kind: 'rejected', reason: 'camera-service-failure' },
  'no-response': { kind: 'timeout', reason: 'answer-timeout' },
};

/** What a stream runs into where the device itself is not reached. */
const unreached = new Set<SeenProblem['reason']>([
  'connection-refused',
  'name-not-found',
  'no-route',
  'dial-timeout',
]);

/** The device says itself that it will be back; that its stream fails meanwhile is no news. */
const coming = new Set<ChannelState>(['rebooting', 'connecting']);

/** What stands in the way, where the device as a whole is silent in the words of the stream. */
function problemOf({ camera, problem }: TileFacts): SeenProblem | undefined {
  if (coming.has(camera.state) && problem?.kind !== 'unauthorized') return undefined;
  const silent = camera.state === 'no-response';
  if (silent && problem !== undefined && unreached.has(problem.reason)) return problem;
  return channelProblems[camera.state] ?? problem;
}

/**
 * What the tile may honestly claim. A picture that still changes wins over everything else; where
 * there is none, the device's own word on its channel outranks what the stream ran into.
 */
export function deriveTruth(facts: TileFacts, nowMs: number): Omit<PictureTruth, 'sinceMs'> {
  const { progress } = facts;
  const channelProblem = channelProblems[facts.camera.state];
  const state = deriveState(facts, channelProblem, nowMs);
  const flowing = state === 'live' || state === 'degraded' || state === 'still';
  return {
    state,
    lastPictureAtMs: progress.lastPictureAtMs,
    stream: facts.stream,
    player: facts.player,
    why: facts.why,
    fallbackFrom: facts.fallbackFrom,
    problem: flowing ? undefined : problemOf(facts),
    lack: state === 'unsupported' && !facts.playable ? facts.lack : undefined,
    attempt: flowing ? 0 : facts.attempt,
    retryInMs: flowing ? undefined : facts.retryInMs,
    framesPerSecond: progress.framesPerSecond,
    pictureWidth: progress.width || undefined,
    pictureHeight: progress.height || undefined,
    hasSound: progress.hasSound,
    notRecordingSinceMs: facts.camera.notRecordingSinceMs,
  };
}

function deriveState(
  facts: TileFacts,
  channelProblem: SeenProblem | undefined,
  nowMs: number,
): PictureState {
  const { progress, problem } = facts;
  const hasPicture = progress.lastPictureAtMs !== undefined;
  if (!facts.seen) return 'paused';
  const refused = problem?.kind === 'unauthorized';
  if (!refused && isFresh(facts, nowMs)) return flowingState(facts);
  // That nobody answers is no news beside the age of the last picture, which stays to be seen.
  if (hasPicture && facts.camera.state === 'no-response') return 'stale';
  if (channelProblem !== undefined) return problemState(channelProblem);
  if (facts.camera.state === 'unused') return 'no-signal';
  if (!facts.playable) return 'unsupported';
  if (refused) return 'login';
  if (hasPicture) return 'stale';
  if (coming.has(facts.camera.state)) return 'connecting';
  return problem === undefined ? 'connecting' : problemState(problem);
}

function isFresh({ camera, progress, player, stream }: TileFacts, nowMs: number): boolean {
  if (progress.lastPictureAtMs === undefined) return false;
  // Nobody can look inside a device's own page: it counts while it is loaded and its camera is there.
  if (player === 'page') return channelProblems[camera.state] === undefined;
  const measured = stream?.kind === 'jpeg' ? intervalOf(progress) : undefined;
  const limitMs = stallAfterMs(progress.expectedIntervalMs ?? measured);
  return nowMs - progress.lastPictureAtMs <= limitMs;
}

function flowingState(facts: TileFacts): PictureState {
  const { progress, stream, why, player, wantedQuality } = facts;
  const rate = progress.framesPerSecond;
  const slow = rate !== undefined && rate < slowFramesPerSecond;
  if (slow && stream?.kind === 'jpeg') return 'still';
  const promised = stream?.framesPerSecond;
  const poor = rate !== undefined && promised !== undefined && rate < promised * poorRateShare;
  const tooSmall = wantedQuality === 'main' && stream?.quality === 'sub';
  return slow || poor || tooSmall || why === 'fallback' || player === 'page' ? 'degraded' : 'live';
}

function problemState({ kind, reason }: SeenProblem): PictureState {
  if (kind === 'unauthorized') return 'login';
  if (kind === 'forbidden' || reason === 'not-allowed') return 'blocked';
  if (kind === 'unsupported') return 'unsupported';
  // A fault of this window says nothing of the camera.
  if (reason === 'drawing-stopped') return 'connecting';
  if (reason === 'no-video-input') return 'no-signal';
  if (reason === 'camera-service-failure' || reason === 'server-error') return 'service';
  return 'offline';
}

function intervalOf({ framesPerSecond }: PictureProgress): number | undefined {
  return framesPerSecond === undefined ? undefined : 1000 / framesPerSecond;
}
