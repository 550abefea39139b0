import { stallAfterMs } from '../domain/stall.ts';
import type { BrowserAbilities } from './browser-abilities.ts';
import { chooseQuality, type QualityDecision } from './choose-quality.ts';
import { deriveTruth } from './derive-truth.ts';
import { lackOf } from './lack.ts';
import type { PictureTruth } from './picture-truth.ts';
import type { PictureProgress, PlayerFailure } from './player.ts';
import { PlayerRun } from './player-run.ts';
import { listCandidates } from './player-table.ts';
import { deservesAnotherPlayer, pauseBeforeRetryMs } from './retry-plan.ts';
import type { SessionParts, TileWish } from './tile-wish.ts';
import { TruthKeeper } from './truth-keeper.ts';
import { sameWay, Ways } from './ways.ts';

/** A hidden tile lets go after this long: sooner than two seconds, later than a quick look away. */
const releaseAfterMs = 1000;
/** A tile that is being resized settles on its stream only afterwards. */
const settleMs = 600;
const firstPictureMs = 8000;
/** A clock that goes back further was set, not merely corrected. */
const clockSlackMs = 1000;

/** Runs one tile: chooses its stream and player, mends what breaks, and knows the truth of it. */
export class TileSession {
  readonly tile: string;
  readonly truth: TruthKeeper;
  private readonly parts: SessionParts;
  private wish: TileWish;
  private host: HTMLElement | null = null;
  private tileWidth = 0;
  private seen = false;
  private hiddenAtMs = Number.NEGATIVE_INFINITY;
  private decision: QualityDecision;
  private readonly ways = new Ways();
  private choiceChangedAtMs = Number.NEGATIVE_INFINITY;
  private run: PlayerRun | null = null;
  private still: HTMLElement | null = null;
  private nextTryAtMs = 0;
  private failures = 0;
  private problem: PictureTruth['problem'];
  private lastPictureAtMs: number | undefined;
  private volume: number | null = null;
  private beatAtMs = Number.NEGATIVE_INFINITY;

  constructor(tile: string, wish: TileWish, parts: SessionParts) {
    this.tile = tile;
    this.wish = wish;
    this.parts = parts;
    this.decision = { quality: 'sub', why: 'preferred' };
    this.truth = new TruthKeeper(this.derive(), parts.nowMs());
  }

  attach(host: HTMLElement): void {
    this.host = host;
    this.beat();
  }

  setWish(wish: TileWish): void {
    const before = this.wish;
    this.wish = wish;
    if (before.fit !== wish.fit) this.run?.setFit(wish.fit);
    if (before.camera.id !== wish.camera.id) this.reset();
    this.choiceChangedAtMs = Number.NEGATIVE_INFINITY;
    this.beat();
  }

  /** @param width device pixels */
  setWidth(width: number): void {
    this.tileWidth = width;
    this.beat();
  }

  setSeen(seen: boolean): void {
    if (this.seen === seen) return;
    this.seen = seen;
    this.hiddenAtMs = this.parts.nowMs();
    if (seen) this.nextTryAtMs = 0;
    this.beat();
  }

  /** Tries everything again at once, from the best way down. */
  retry(): void {
    this.run?.retryNow();
    if (this.run?.retriesItself !== true || this.ways.fallbackFrom !== undefined) {
      this.stop();
      this.forgive();
    }
    this.nextTryAtMs = 0;
    this.beat();
  }

  /** To be called a few times a second. */
  beat(): void {
    const nowMs = this.parts.nowMs();
    const setBack = nowMs < this.beatAtMs - clockSlackMs;
    this.beatAtMs = nowMs;
    const abilities = this.parts.abilities();
    if (this.host === null || this.tileWidth === 0 || abilities === undefined) return;
    if (setBack) {
      // Every date kept lies ahead now: a frozen picture would look live.
      this.reset();
      this.hiddenAtMs = nowMs;
      this.choiceChangedAtMs = Number.NEGATIVE_INFINITY;
    } else if (this.seen) {
      this.choose(nowMs, abilities);
      if (this.run === null) this.startWhenDue(nowMs);
      else this.watchOver(this.run, nowMs);
    } else if (this.isIdle(nowMs)) {
      this.stop();
      this.dropStill();
      this.lastPictureAtMs = undefined;
    }
    this.truth.set(this.derive(), nowMs);
  }

  /** Lets the sound of the picture be heard, with whichever player shows it from now on. */
  hear(volume: number | null): void {
    this.volume = volume;
    this.run?.hear(volume);
  }

  grab(): Promise<Blob | null> {
    return this.run?.grab() ?? Promise.resolve(null);
  }

  /** Lets the person use the page that the tile shows; null where it shows none. */
  engage(onLeave: () => void): (() => void) | null {
    return this.run?.engage(onLeave) ?? null;
  }

  get cameraId(): string {
    return this.wish.camera.id;
  }

  dispose(): void {
    this.stop();
    this.dropStill();
    this.host = null;
  }

  /** Nobody has seen it for a moment, nor listens to it. */
  private isIdle(nowMs: number): boolean {
    if (this.run === null || this.volume !== null) return false;
    return nowMs - this.hiddenAtMs >= releaseAfterMs;
  }

  private choose(nowMs: number, abilities: BrowserAbilities): void {
    const { camera, quality, kind, purpose } = this.wish;
    const playing = this.run?.candidate.stream.quality;
    const decision = chooseQuality(camera.streams, quality, this.tileWidth, playing);
    const list = this.parts.candidates ?? listCandidates;
    const wanted = list(camera.streams, decision.quality, abilities, kind, purpose);
    const why = kind === undefined ? decision.why : 'forced';
    this.decision = { quality: decision.quality, why };
    if (this.ways.equals(wanted)) {
      this.choiceChangedAtMs = Number.NEGATIVE_INFINITY;
      return;
    }
    if (this.choiceChangedAtMs === Number.NEGATIVE_INFINITY) this.choiceChangedAtMs = nowMs;
    if (this.run !== null && nowMs - this.choiceChangedAtMs < settleMs) return;
    this.choiceChangedAtMs = Number.NEGATIVE_INFINITY;
    this.ways.replace(wanted);
    this.forgive();
    if (this.run !== null && !sameWay(this.run.candidate, wanted[0])) this.stop();
    this.nextTryAtMs = 0;
  }

  private startWhenDue(nowMs: number): void {
    const candidate = this.ways.current;
    if (candidate === undefined || this.host === null || nowMs < this.nextTryAtMs) return;
    if (!this.parts.gate.enter(this.tile, nowMs)) return;
    const { camera, fit } = this.wish;
    const task = {
      cameraId: camera.id,
      stream: candidate.stream,
      fit,
      tile: this.tile,
      surface: this.parts.surface,
      onFailure: (failure: PlayerFailure) => this.fail(run, failure),
    };
    const run: PlayerRun = new PlayerRun(candidate, task, nowMs);
    this.run = run;
    run.hear(this.volume);
    void run.start(this.host);
    // A picture that stays is better than black while the next player gets ready.
    if (this.still !== null) this.host.append(this.still);
  }

  private watchOver(run: PlayerRun, nowMs: number): void {
    const progress = run.progress();
    const newest = progress.lastPictureAtMs;
    if (newest !== undefined && newest > (this.lastPictureAtMs ?? run.startedAtMs - 1)) {
      this.lastPictureAtMs = newest;
      this.failures = 0;
      this.problem = undefined;
      this.dropStill();
    }
    if (newest !== undefined || progress.trouble !== undefined) this.parts.gate.leave(this.tile);
    if (progress.trouble !== undefined) {
      this.problem = progress.trouble.problem;
      this.failures = progress.trouble.attempt;
    }
    if (run.retriesItself) {
      const { trouble } = progress;
      const hopeless = trouble && deservesAnotherPlayer(trouble.attempt, trouble.problem);
      if (hopeless && run.givesWay && this.ways.hasOther) {
        this.fail(run, { problem: trouble.problem, remedy: 'retry' });
      }
      return;
    }
    const silentMs = nowMs - Math.max(run.startedAtMs, newest ?? 0);
    const limitMs = newest === undefined ? firstPictureMs : stallAfterMs(undefined);
    if (silentMs > limitMs) {
      this.fail(run, { problem: { kind: 'timeout', reason: 'stalled' }, remedy: 'retry' });
    }
  }

  private fail(run: PlayerRun, { problem, remedy }: PlayerFailure): void {
    if (this.run !== run) return;
    const nowMs = this.parts.nowMs();
    this.stop();
    this.problem = problem;
    this.failures += 1;
    const hopeless = remedy === 'other-player';
    if (hopeless) this.ways.ruleOut(run.candidate);
    const moved =
      (hopeless || deservesAnotherPlayer(this.failures, problem)) && this.ways.fallDown(problem);
    if (moved) this.failures = 0;
    this.nextTryAtMs =
      nowMs + (moved ? 0 : pauseBeforeRetryMs(this.failures, problem, this.parts.random()));
    this.truth.set(this.derive(), nowMs);
  }

  private stop(): void {
    const { run } = this;
    if (run === null) return;
    this.run = null;
    this.parts.gate.leave(this.tile);
    const still = run.stop();
    if (still === null) return;
    this.dropStill();
    this.still = still;
    this.host?.append(still);
  }

  private dropStill(): void {
    this.still?.remove();
    this.still = null;
  }

  private forgive(): void {
    this.ways.forgive();
    this.failures = 0;
    this.problem = undefined;
  }

  private reset(): void {
    this.stop();
    this.dropStill();
    this.forgive();
    this.ways.replace([]);
    this.lastPictureAtMs = undefined;
    this.nextTryAtMs = 0;
  }

  private derive(): Omit<PictureTruth, 'sinceMs'> {
    const nowMs = this.parts.nowMs();
    const run = this.run;
    const candidate = run?.candidate ?? this.ways.current;
    const progress: PictureProgress = run?.progress() ?? { width: 0, height: 0 };
    const waitMs = this.nextTryAtMs - nowMs;
    return deriveTruth(
      {
        camera: this.wish.camera,
        seen: this.seen || run !== null,
        playable: candidate !== undefined || this.tileWidth === 0 || !this.parts.abilities(),
        lack: lackOf(this.wish.camera.streams),
        wantedQuality: this.decision.quality,
        stream: candidate?.stream,
        player: candidate?.row.player,
        why: this.ways.fallbackFrom === undefined ? this.decision.why : 'fallback',
        fallbackFrom: this.ways.fallbackFrom,
        progress: { ...progress, lastPictureAtMs: this.lastPictureAtMs },
        problem: this.problem,
        attempt: this.failures,
        retryInMs: run === null && waitMs > 0 ? waitMs : progress.trouble?.retryInMs,
      },
      nowMs,
    );
  }
}
