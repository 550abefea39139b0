import { openDevicePage } from '../../device-access/open-page.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { PictureFit } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import type { PictureProgress, Player, PlayerTask } from '../player.ts';

/**
 * The device's own page as an inert picture, on an origin of its own. Nobody can look inside, so
 * what it shows is never called live by measurement, only loaded.
 */
export class PagePlayer implements Player {
  readonly retriesItself = true;
  private readonly task: PlayerTask;
  private readonly frame = document.createElement('iframe');
  private unmounted = false;
  private loadedAtMs: number | undefined;

  constructor(task: PlayerTask) {
    this.task = task;
    this.frame.title = t('tile.page');
    this.frame.className = 'pointer-events-none absolute inset-0 size-full border-0';
    // Same origin means the page's own origin, which the proxy opens for this device alone.
    this.frame.setAttribute('sandbox', 'allow-scripts allow-same-origin');
    this.frame.referrerPolicy = 'no-referrer';
    this.frame.inert = true;
    this.frame.tabIndex = -1;
  }

  mount(host: HTMLElement): void {
    openDevicePage(this.task.cameraId).then(
      ({ url }) => {
        if (this.unmounted) return;
        this.frame.onload = () => {
          this.loadedAtMs = Date.now();
        };
        this.frame.src = url;
        host.append(this.frame);
      },
      (caught: unknown) => {
        if (!this.unmounted) this.task.onFailure({ problem: problemOf(caught), remedy: 'retry' });
      },
    );
  }

  unmount(): void {
    this.unmounted = true;
    this.frame.onload = null;
    this.frame.remove();
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
}
