import type { Bookmark } from '../../api/bookmarks.ts';

export interface KeptBookmark extends Bookmark {
  /** Null unless it was removed a while ago, and can still be brought back. */
  readonly removedAtMs: number | null;
}

/** Moments that people keep. */
export interface BookmarkStore {
  count(): Promise<number>;
  /** That are not removed and reach into a time, the latest first. */
  read(range: {
    fromMs?: number | undefined;
    toMs?: number | undefined;
  }): Promise<readonly KeptBookmark[]>;
  readOne(bookmarkId: string): Promise<KeptBookmark | null>;
  /** Inserts or replaces. */
  save(bookmark: KeptBookmark): Promise<void>;
  /** Of those that were removed before an instant nothing stays. */
  forget(removedBeforeMs: number): Promise<void>;
}
