import { beforeEach, describe, expect, it } from 'vitest';
import type { Stream } from '../domain/stream.ts';
import type { BrowserAbilities } from './browser-abilities.ts';
import { ConnectGate } from './connect-gate.ts';
import type { PictureProgress, Player, PlayerTask } from './player.ts';
import { type Candidate, listCandidates } from './player-table.ts';
import { testCamera } from './test-cameras.ts';
import { TileSession } from './tile-session.ts';
import type { SessionParts } from './tile-wish.ts';

class FakePlayer implements Player {
  readonly task: PlayerTask;
  readonly retriesItself: boolean;
  readonly givesWay: boolean;
  now: PictureProgress = { width: 0, height: 0 };
  mounted = false;
  volume: number | null = null;

  constructor(task: PlayerTask, retriesItself: boolean) {
    this.task = task;
    this.retriesItself = retriesItself;
    this.givesWay = retriesItself;
  }

  mount(): void {
    this.mounted = true;
  }

  unmount(): void {
    this.mounted = false;
  }

  setFit(): void {
    this.now = { ...this.now };
  }

  progress(): PictureProgress {
    return this.now;
  }

  grab(): Promise<Blob | null> {
    return Promise.resolve(null);
  }

  hear(volume: number | null): void {
    this.volume = volume;
  }
}

const flv: Stream = { id: 'main-flv', kind: 'flv', quality: 'main', width: 1280 };
const hls: Stream = { id: 'main-hls', kind: 'hls', quality: 'main', width: 1280 };
const mjpeg: Stream = { id: 'main-mjpeg', kind: 'mjpeg', quality: 'main', width: 1280 };
const codec = { kind: 'unsupported', reason: 'not-supported' } as const;
const broken = { kind: 'malformed-reply', reason: 'not-a-stream' } as const;
const login = { kind: 'unauthorized', reason: 'login-refused' } as const;

let nowMs = 0;
let players: FakePlayer[] = [];

const everything: BrowserAbilities = {
  framesWorker: true,
  videoDecoder: ['h264'],
  mediaSource: ['h264'],
  nativeHls: false,
};
/** A browser without WebCodecs. */
const plain: Partial<SessionParts> = { abilities: () => ({ ...everything, videoDecoder: [] }) };

function start(streams: readonly Stream[], over: Partial<SessionParts> = {}): TileSession {
  const candidates: typeof listCandidates = (...asked): readonly Candidate[] =>
    listCandidates(...asked).map(({ stream, row }) => ({
      stream,
      row: {
        ...row,
        load: async () => (task) => {
          const player = new FakePlayer(task, ['frames', 'webcodecs'].includes(row.player));
          players.push(player);
          return player;
        },
      },
    }));
  const session = new TileSession(
    't1',
    { camera: testCamera(streams), fit: 'contain', quality: 'auto' },
    {
      abilities: () => everything,
      gate: new ConnectGate(),
      surface: {
        name: 's1',
        locate: () => ({ x: 0, y: 0, width: 1, height: 1 }),
        onMove: () => () => undefined,
      },
      nowMs: () => nowMs,
      random: () => 0,
      candidates,
      ...over,
    },
  );
  session.attach({ append: () => undefined } as unknown as HTMLElement);
  session.setWidth(640);
  session.setSeen(true);
  return session;
}

/** Lets loading players arrive. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
}

async function pass(session: TileSession, ms: number): Promise<void> {
  nowMs += ms;
  session.beat();
  await settle();
}

function newest(): FakePlayer {
  const player = players.at(-1);
  if (player === undefined) throw new TypeError('no player was made');
  return player;
}

function picture(player: FakePlayer): void {
  player.now = { lastPictureAtMs: nowMs, width: 1280, height: 720, framesPerSecond: 10 };
}

beforeEach(() => {
  nowMs = 50_000;
  players = [];
});

describe('TileSession', () => {
  it('goes from connecting to live to stale, also while the player keeps trying', async () => {
    const session = start([mjpeg]);
    await settle();
    expect(session.truth.get().state).toBe('connecting');
    picture(newest());
    await pass(session, 250);
    expect(session.truth.get()).toMatchObject({ state: 'live', player: 'frames', stream: mjpeg });
    await pass(session, 2500);
    expect(session.truth.get().state).toBe('live');
    await pass(session, 500);
    expect(session.truth.get().state).toBe('stale');
    expect(players).toHaveLength(1);
  });

  it('starts a silent video anew on the ladder and is live again without a click', async () => {
    const session = start([flv], plain);
    await settle();
    picture(newest());
    await pass(session, 250);
    await pass(session, 3000);
    expect(session.truth.get().state).toBe('stale');
    expect(newest().mounted).toBe(false);
    await pass(session, 250);
    expect(players).toHaveLength(2);
    picture(newest());
    await pass(session, 250);
    expect(session.truth.get()).toMatchObject({ state: 'live', attempt: 0 });
  });

  it('falls down at once where the codec is unknown, and says from what and why', async () => {
    const session = start([flv, hls], plain);
    await settle();
    newest().task.onFailure({ problem: codec, remedy: 'other-player' });
    await pass(session, 0);
    picture(newest());
    await pass(session, 250);
    expect(session.truth.get()).toMatchObject({
      state: 'degraded',
      player: 'hls',
      why: 'fallback',
      fallbackFrom: { player: 'flv', problem: codec },
    });
  });

  it('falls down after three failures that another way might survive', async () => {
    const session = start([flv, hls], plain);
    await settle();
    for (const pauseMs of [250, 500, 0]) {
      expect(newest().task.stream).toEqual(flv);
      newest().task.onFailure({ problem: broken, remedy: 'retry' });
      await pass(session, pauseMs);
    }
    expect(newest().task.stream).toEqual(hls);
  });

  it('tries the other player for the same stream where this one cannot', async () => {
    const session = start([flv]);
    await settle();
    expect(session.truth.get().player).toBe('webcodecs');
    newest().task.onFailure({ problem: codec, remedy: 'other-player' });
    await pass(session, 0);
    expect(newest().task.stream).toEqual(flv);
    expect(session.truth.get()).toMatchObject({
      player: 'flv',
      fallbackFrom: { player: 'webcodecs', problem: codec },
    });
  });

  it('has a player that retries by itself give way after three failures', async () => {
    const session = start([flv]);
    await settle();
    const trouble = { problem: broken, attempt: 2 };
    newest().now = { width: 0, height: 0, trouble };
    await pass(session, 250);
    expect(players).toHaveLength(1);
    newest().now = { width: 0, height: 0, trouble: { ...trouble, attempt: 3 } };
    await pass(session, 250);
    await pass(session, 0);
    expect(session.truth.get()).toMatchObject({ player: 'flv', why: 'fallback' });
  });

  it('tries nothing, and claims nothing, until the browser has said what it can', async () => {
    let known: BrowserAbilities | undefined;
    const session = start([flv], { abilities: () => known });
    await settle();
    expect([players.length, session.truth.get().state]).toEqual([0, 'paused']);
    known = everything;
    await pass(session, 0);
    expect(players).toHaveLength(1);
  });

  it('says what is missing where a camera has nothing that can be played here', async () => {
    const rtsp: Stream = { id: 'main-rtsp', kind: 'rtsp', quality: 'main', needs: 'ffmpeg' };
    const session = start([rtsp]);
    await settle();
    expect(session.truth.get()).toMatchObject({ state: 'unsupported', lack: 'ffmpeg' });
    const h265 = start([{ ...flv, codec: 'h265' }]);
    await settle();
    expect(h265.truth.get()).toMatchObject({ state: 'unsupported', lack: 'h265' });
    expect(players).toHaveLength(0);
  });

  it('says unsupported when every way is impossible, and tries again when asked', async () => {
    const session = start([flv], plain);
    await settle();
    newest().task.onFailure({ problem: codec, remedy: 'other-player' });
    await pass(session, 60_000);
    expect(session.truth.get()).toMatchObject({ state: 'unsupported', problem: codec });
    expect(players).toHaveLength(1);
    session.retry();
    await settle();
    expect(players).toHaveLength(2);
  });

  it('does not hammer a device that refuses the credentials', async () => {
    const session = start([flv], plain);
    await settle();
    newest().task.onFailure({ problem: login, remedy: 'retry' });
    await pass(session, 250);
    expect(players).toHaveLength(2);
    newest().task.onFailure({ problem: login, remedy: 'retry' });
    await pass(session, 59_000);
    expect(players).toHaveLength(2);
    expect(session.truth.get().state).toBe('login');
    await pass(session, 1000);
    expect(players).toHaveLength(3);
  });

  it('lets go within 2 s of being hidden and returns at once', async () => {
    const session = start([mjpeg]);
    await settle();
    picture(newest());
    session.setSeen(false);
    await pass(session, 750);
    expect(newest().mounted).toBe(true);
    await pass(session, 250);
    expect(newest().mounted).toBe(false);
    expect(session.truth.get().state).toBe('paused');
    session.setSeen(true);
    await settle();
    expect(players).toHaveLength(2);
    expect(session.truth.get().state).toBe('connecting');
  });

  it('goes on unseen while somebody listens, and with the sound when the player changes', async () => {
    const session = start([mjpeg]);
    await settle();
    newest().now = { lastPictureAtMs: nowMs, width: 1280, height: 720, hasSound: true };
    await pass(session, 250);
    expect(session.truth.get().hasSound).toBe(true);
    session.hear(0.5);
    session.setSeen(false);
    await pass(session, 60_000);
    expect([newest().mounted, newest().volume]).toEqual([true, 0.5]);
    session.setSeen(true);
    newest().task.onFailure({ problem: codec, remedy: 'retry' });
    await pass(session, 1000);
    expect([players.length, newest().volume]).toEqual([2, 0.5]);
    session.hear(null);
    session.setSeen(false);
    await pass(session, 1000);
    expect([newest().mounted, newest().volume]).toEqual([false, null]);
  });

  it('changes to the large stream when the tile has grown for good', async () => {
    const sub: Stream = { id: 'sub-mjpeg', kind: 'mjpeg', quality: 'sub', width: 640 };
    const session = start([mjpeg, sub]);
    await settle();
    expect(newest().task.stream).toEqual(sub);
    session.setWidth(1600);
    await pass(session, 250);
    expect(players).toHaveLength(1);
    await pass(session, 400);
    expect(newest().task.stream).toEqual(mjpeg);
    expect(session.truth.get().why).toBe('large-tile');
  });

  it('waits for a place when many tiles are opening', async () => {
    const gate = new ConnectGate();
    for (let other = 0; other < 8; other += 1) gate.enter(`other-${other}`, nowMs);
    const session = start([flv], { ...plain, gate });
    await settle();
    expect(players).toHaveLength(0);
    gate.leave('other-3');
    await pass(session, 250);
    expect(players).toHaveLength(1);
  });

  it('tells its listeners of changes only', async () => {
    const session = start([mjpeg]);
    await settle();
    let calls = 0;
    session.truth.subscribe(() => {
      calls += 1;
    });
    picture(newest());
    await pass(session, 250);
    expect(calls).toBe(1);
    picture(newest());
    await pass(session, 250);
    expect(calls).toBe(1);
  });

  it('begins anew when the clock is set back, so that a frozen picture does not look live', async () => {
    const session = start([mjpeg]);
    await settle();
    picture(newest());
    await pass(session, 250);
    const before = newest();
    await pass(session, -40_000);
    expect(before.mounted).toBe(false);
    await pass(session, 250);
    expect(session.truth.get().state).toBe('connecting');
    picture(newest());
    await pass(session, 250);
    expect(session.truth.get().state).toBe('live');
    await pass(session, 3500);
    expect(session.truth.get().state).toBe('stale');
  });
});
