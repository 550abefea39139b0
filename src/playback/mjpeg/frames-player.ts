import type { PictureFit } from '../../domain/view.ts';
import type { PictureProgress, Player, PlayerTask } from '../player.ts';
import type { FramesClient } from './frames-client.ts';

/** MJPEG and repeated stills: pictures from the frames worker, drawn under the tile. */
export class FramesPlayer implements Player {
  readonly retriesItself = true;
  private readonly client: FramesClient;
  private readonly task: PlayerTask;
  private fit: PictureFit;
  private host: HTMLElement | null = null;
  private stopFollowing: (() => void) | undefined;

  constructor(client: FramesClient, task: PlayerTask) {
    this.client = client;
    this.task = task;
    this.fit = task.fit;
  }

  mount(host: HTMLElement): void {
    this.host = host;
    this.stopFollowing = this.task.surface.onMove(() => this.place());
    this.place();
  }

  unmount(): void {
    this.stopFollowing?.();
    this.host = null;
    this.client.remove(this.task.tile);
  }

  setFit(fit: PictureFit): void {
    this.fit = fit;
    this.place();
  }

  progress(): PictureProgress {
    return this.client.report(this.task.tile) ?? { width: 0, height: 0 };
  }

  grab(): Promise<Blob | null> {
    return this.client.grab(this.task.tile);
  }

  retryNow(): void {
    this.client.retry(this.task.tile);
  }

  private place(): void {
    if (this.host === null) return;
    const rectangle = this.task.surface.locate(this.host);
    if (rectangle.width === 0 || rectangle.height === 0) return;
    const { tile, cameraId, stream, surface } = this.task;
    this.client.place({
      tile,
      surface: surface.name,
      cameraId,
      streamId: stream.id,
      rectangle,
      fit: this.fit,
    });
  }
}
