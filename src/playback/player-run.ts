import type { PictureFit } from '../domain/view.ts';
import type { PictureProgress, Player, PlayerFailure, PlayerTask } from './player.ts';
import type { Candidate } from './player-table.ts';

const nothingYet: PictureProgress = { width: 0, height: 0 };

/** One attempt to show one stream: loads its player, mounts it, and can be stopped at any moment. */
export class PlayerRun {
  readonly candidate: Candidate;
  readonly startedAtMs: number;
  private readonly task: PlayerTask;
  private player: Player | null = null;
  private fit: PictureFit;
  private volume: number | null = null;
  private stopped = false;

  constructor(candidate: Candidate, task: PlayerTask, startedAtMs: number) {
    this.candidate = candidate;
    this.task = task;
    this.fit = task.fit;
    this.startedAtMs = startedAtMs;
  }

  async start(host: HTMLElement): Promise<void> {
    const onFailure = (failure: PlayerFailure) => {
      if (!this.stopped) this.task.onFailure(failure);
    };
    try {
      const create = await this.candidate.row.load();
      if (this.stopped) return;
      this.player = create({ ...this.task, fit: this.fit, onFailure });
      if (this.volume !== null) this.player.hear?.(this.volume);
      this.player.mount(host);
    } catch (caught) {
      console.warn('A player could not start', this.candidate.row.player, caught);
      onFailure({
        problem: { kind: 'unreachable', reason: 'server-unreachable' },
        remedy: 'retry',
      });
    }
  }

  /** @returns the last picture, where the player leaves one */
  stop(): HTMLElement | null {
    this.stopped = true;
    const still = this.player?.still?.() ?? null;
    this.player?.unmount();
    this.player = null;
    return still;
  }

  setFit(fit: PictureFit): void {
    this.fit = fit;
    this.player?.setFit(fit);
  }

  hear(volume: number | null): void {
    this.volume = volume;
    this.player?.hear?.(volume);
  }

  progress(): PictureProgress {
    return this.player?.progress() ?? nothingYet;
  }

  /** Whether silence is for the player itself to mend. */
  get retriesItself(): boolean {
    return this.player?.retriesItself ?? true;
  }

  get givesWay(): boolean {
    return this.player?.givesWay ?? false;
  }

  retryNow(): void {
    this.player?.retryNow?.();
  }

  /** @returns null where there is nothing to use but a picture */
  engage(onLeave: () => void): (() => void) | null {
    return this.player?.engage?.(onLeave) ?? null;
  }

  grab(): Promise<Blob | null> {
    return this.player?.grab() ?? Promise.resolve(null);
  }
}
