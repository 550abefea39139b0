import type { PictureFit } from '../../domain/view.ts';
import type { PictureProgress, Player, PlayerTask } from '../player.ts';
import type { StreamCoding } from './frame-messages.ts';
import type { FramesClient } from './frames-client.ts';

/** Pictures from the frames worker, drawn under the tile: JPEG, or video that is decoded there. */
export class FramesPlayer implements Player {
  readonly retriesItself = true;
  readonly givesWay: boolean;
  private readonly client: FramesClient;
  private readonly task: PlayerTask;
  private readonly coding: StreamCoding;
  private fit: PictureFit;
  private host: HTMLElement | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(client: FramesClient, task: PlayerTask, coding: StreamCoding) {
    this.client = client;
    this.task = task;
    this.coding = coding;
    this.givesWay = coding === 'video';
    this.fit = task.fit;
  }

  mount(host: HTMLElement): void {
    this.host = host;
    const { tile, stream, surface, onFailure } = this.task;
    this.stops.push(
      surface.onMove(() => this.place()),
      this.client.onUnplayable(tile, ({ streamId, problem }) => {
        // News of what the tile showed before may still be under way.
        if (streamId === stream.id) onFailure({ problem, remedy: 'other-player' });
      }),
    );
    this.place();
  }

  unmount(): void {
    for (const stop of this.stops.splice(0)) stop();
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
      coding: this.coding,
      rectangle,
      fit: this.fit,
    });
  }
}
