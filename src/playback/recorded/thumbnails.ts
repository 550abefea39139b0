import type { RecordedFileView } from '../../api/recordings.ts';
import type { Footage } from './footage.ts';
import { NewestWish } from './newest-wish.ts';
import { type Still, StillFinder } from './still-finder.ts';

const apartMs = 120;
const mostStills = 80;
const mostFiles = 80;
const settleMs = 15 * 60_000;

export interface ThumbnailWish {
  readonly cameraId: string;
  readonly atMs: number;
  /** Instants that are no further apart are one and the same picture. */
  readonly stepMs: number;
}

export type Thumbnail =
  | { readonly kind: 'loading' | 'nothing' | 'failed'; readonly cameraId: string }
  | ({ readonly kind: 'shown'; readonly cameraId: string } & Still);

/** What is known of a stretch of a camera: its file, or null where nothing was recorded. */
interface Known {
  readonly fromMs: number;
  readonly toMs: number;
  readonly file: RecordedFileView | null;
}

/**
 * Small pictures of moments, for whoever looks along a timeline: one at a time and the newest wish
 * first, so that a fast hand asks no more of a device than a slow one.
 */
export class Thumbnails {
  readonly #footageOf: (cameraId: string) => Pick<Footage, 'find' | 'addressOfStill' | 'now'>;
  readonly #finder = new StillFinder();
  readonly #wishes = new NewestWish<ThumbnailWish>(
    (wish, signal) => this.#seek(wish, signal),
    apartMs,
  );
  readonly #stills = new Map<string, Still>();
  readonly #known = new Map<string, readonly Known[]>();
  readonly #listeners = new Set<() => void>();
  #wish: ThumbnailWish | null = null;
  #shown: Thumbnail | null = null;

  constructor(footageOf: (cameraId: string) => Pick<Footage, 'find' | 'addressOfStill' | 'now'>) {
    this.#footageOf = footageOf;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  /** Null while nobody wants one. The picture before stays, with its own time, until there is another. */
  readonly shown = (): Thumbnail | null => this.#shown;

  want(wish: ThumbnailWish): void {
    const { cameraId } = wish;
    this.#wish = wish;
    const still = this.#stills.get(keyOf(wish));
    if (still) this.#set({ kind: 'shown', cameraId, ...still });
    else if (this.#knownAt(wish)?.file === null) this.#set({ kind: 'nothing', cameraId });
    else {
      const stays = this.#shown?.kind === 'shown' && this.#shown.cameraId === cameraId;
      if (!stays) this.#set({ kind: 'loading', cameraId });
      this.#wishes.want(wish);
    }
  }

  /** Nothing was recorded there, as the one who asks knows already. */
  wantNothing(cameraId: string): void {
    this.#wish = null;
    this.#set({ kind: 'nothing', cameraId });
  }

  /** Nobody looks any more: connection and decoder go, the small pictures stay for a while. */
  leave(): void {
    this.#wish = null;
    this.#wishes.end();
    this.#finder.end();
    this.#set(null);
  }

  end(): void {
    this.leave();
    this.#stills.clear();
    this.#known.clear();
  }

  async #seek(wish: ThumbnailWish, signal: AbortSignal): Promise<void> {
    const found = await this.#find(wish, signal);
    // Whoever moved on to another camera, or to one that is there already, has no use for it.
    if (signal.aborted || this.#wish?.cameraId !== wish.cameraId) return;
    if (typeof found === 'string') {
      if (this.#wish === wish) this.#set({ kind: found, cameraId: wish.cameraId });
      return;
    }
    const isOld = this.#wish !== wish && this.#stills.has(keyOf(this.#wish));
    if (!isOld) this.#set({ kind: 'shown', cameraId: wish.cameraId, ...found });
  }

  async #find(wish: ThumbnailWish, signal: AbortSignal): Promise<Still | 'nothing' | 'failed'> {
    const { cameraId, atMs } = wish;
    const footage = this.#footageOf(cameraId);
    try {
      const { file } =
        this.#knownAt(wish) ?? this.#learn(wish, await footage.find(atMs, signal, 'after'));
      if (file === null) return 'nothing';
      const still = await this.#finder.find(file, footage.addressOfStill(file), atMs, signal);
      if (still === null) return 'failed';
      this.#stills.set(keyOf(wish), still);
      for (const oldest of this.#stills.keys()) {
        if (this.#stills.size <= mostStills) break;
        this.#stills.delete(oldest);
      }
      return still;
    } catch {
      // The lane and the tile say why; here it is enough that there is no picture.
      return 'failed';
    }
  }

  #knownAt({ cameraId, atMs }: ThumbnailWish): Known | undefined {
    return this.#known.get(cameraId)?.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs);
  }

  #learn({ cameraId, atMs }: ThumbnailWish, file: RecordedFileView | null): Known {
    const isHeld = file !== null && file.fromMs <= atMs && atMs < file.toMs;
    const untilMs = file !== null && file.fromMs > atMs ? file.fromMs : atMs + 1;
    const known = isHeld ? { ...file, file } : { fromMs: atMs, toMs: untilMs, file: null };
    // What is not there yet may be there soon.
    if (file === null && atMs > this.#footageOf(cameraId).now() - settleMs) return known;
    this.#known.set(cameraId, [known, ...(this.#known.get(cameraId) ?? [])].slice(0, mostFiles));
    return known;
  }

  #set(shown: Thumbnail | null): void {
    if (shown?.kind === this.#shown?.kind && shown?.kind !== 'shown') {
      if (shown?.cameraId === this.#shown?.cameraId) return;
    }
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

function keyOf({ cameraId, atMs, stepMs }: ThumbnailWish): string {
  return `${cameraId} ${stepMs} ${Math.floor(atMs / stepMs)}`;
}
