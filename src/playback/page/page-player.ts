import type { SeenProblem } from '../../api/problem.ts';
import { connectionState } from '../../device-access/connection-state.ts';
import { openDevicePage } from '../../device-access/open-page.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { PictureFit } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import type { PictureProgress, Player, PlayerTask } from '../player.ts';

const loadMs = 15_000;

/**
 * The device's own page as an inert picture, on an origin of its own. Nobody can look inside, so
 * what it shows is never called live by measurement, only loaded. Nothing that it says is heard:
 * to give the focus back is all that it can do to this window.
 */
export class PagePlayer implements Player {
  readonly retriesItself = true;
  private readonly task: PlayerTask;
  private readonly frame = document.createElement('iframe');
  private unmounted = false;
  private loadedAtMs: number | undefined;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private release: (() => void) | null = null;
  private stopListening: () => void = () => undefined;

  constructor(task: PlayerTask) {
    this.task = task;
    this.frame.title = t('tile.page');
    // Same origin means the page's own origin, which the proxy opens for this device alone.
    this.frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    this.frame.referrerPolicy = 'no-referrer';
    this.setInert(true);
  }

  mount(host: HTMLElement): void {
    this.frame.onload = () => {
      clearTimeout(this.patience);
      this.loadedAtMs = Date.now();
    };
    // A proxy that was away knows nothing of the passes that it had given.
    this.stopListening = connectionState.subscribe((now, before) => {
      if (now.state === 'connected' && before.state === 'lost') void this.load(host);
    });
    void this.load(host);
  }

  unmount(): void {
    this.unmounted = true;
    this.release?.();
    this.stopListening();
    clearTimeout(this.patience);
    this.frame.onload = null;
    this.frame.remove();
  }

  engage(onLeave: () => void): () => void {
    this.release?.();
    const leave = () => {
      if (this.release !== leave) return;
      this.release = null;
      window.removeEventListener('focus', comeBack);
      this.setInert(true);
      onLeave();
    };
    // The window hears of the focus when the frame loses it to another part of the same window: by
    // Esc, which the page was given a script for, by Tab, or by a click, which shall land first.
    const comeBack = () => setTimeout(leave);
    this.release = leave;
    this.setInert(false);
    this.frame.focus();
    window.addEventListener('focus', comeBack);
    return leave;
  }

  setFit(_fit: PictureFit): void {
    // A page lays itself out.
  }

  progress(): PictureProgress {
    return { lastPictureAtMs: this.loadedAtMs, width: 0, height: 0 };
  }

  grab(): Promise<Blob | null> {
    return Promise.resolve(null);
  }

  private async load(host: HTMLElement): Promise<void> {
    clearTimeout(this.patience);
    this.patience = setTimeout(() => this.fail(slowPage), loadMs);
    try {
      const { url } = await openDevicePage(this.task.cameraId);
      if (this.unmounted) return;
      this.frame.src = url;
      if (!this.frame.isConnected) host.append(this.frame);
    } catch (caught) {
      this.fail(problemOf(caught));
    }
  }

  private fail(problem: SeenProblem): void {
    clearTimeout(this.patience);
    if (this.unmounted) return;
    // What the way to the proxy lacks, no second try brings.
    const remedy = problem.reason === 'page-needs-tls' ? 'other-player' : 'retry';
    this.task.onFailure({ problem, remedy });
  }

  private setInert(inert: boolean): void {
    this.frame.inert = inert;
    this.frame.tabIndex = inert ? -1 : 0;
    this.frame.className = inert ? pictureLook : usedLook;
  }
}

const pictureLook = 'pointer-events-none absolute inset-0 size-full border-0';
/** Leaves room for the banner of the tile. */
const usedLook = 'absolute inset-x-0 bottom-0 h-[calc(100%-2.75rem)] w-full border-0';
const slowPage: SeenProblem = { kind: 'timeout', reason: 'answer-timeout' };
