import type { Bookmark, BookmarkContent, BookmarkQuery } from '../../api/bookmarks.ts';
import { type Audit, signatureOf } from '../access/audit.ts';
import { authorize } from '../access/authorize.ts';
import type { Caller, PersonCaller } from '../access/caller.ts';
import type { CameraDirectory } from '../registry/camera-directory.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import { RequestFault } from '../request-fault.ts';
import type { BookmarkStore, KeptBookmark } from '../store/bookmark-store.ts';
import { fitsQuery } from './fits-query.ts';

/** More than people keep, and a bound for what a program could fill the disk with. */
const mostKept = 5000;
const mostListed = 500;
/** How long a removed one can be brought back. */
const removedKeptMs = 60 * 60_000;
/** The record needs a bounded room; the note itself is whole in its own place. */
const longestRecorded = 500;

export interface BookmarkParts {
  readonly store: BookmarkStore;
  readonly directory: Pick<CameraDirectory, 'camera'>;
  readonly audit: Pick<Audit, 'write'>;
  readonly now: () => number;
  /** Above how many it takes no more. */
  readonly most?: number;
}

/** Moments that people keep. One of which somebody may not see every camera is not there for him. */
export class BookmarkDesk {
  readonly #parts: BookmarkParts;

  constructor(parts: BookmarkParts) {
    this.#parts = parts;
  }

  async list(caller: Caller, query: BookmarkQuery) {
    const kept = await this.#parts.store.read({ fromMs: query.from, toMs: query.to });
    const found = kept.filter((one) => seesAll(caller, one) && fitsQuery(one, query));
    return {
      bookmarks: found.slice(0, mostListed).map(viewOf),
      more: found.length > mostListed,
    };
  }

  /** @throws RequestFault `not-found` */
  async one(caller: Caller, bookmarkId: string): Promise<Bookmark> {
    const found = await this.#parts.store.readOne(bookmarkId);
    if (!found || found.removedAtMs !== null || !seesAll(caller, found)) {
      throw new RequestFault('not-found');
    }
    return viewOf(found);
  }

  /** @throws RequestFault `not-found` for a camera that is not there, or not for the caller */
  async add(by: PersonCaller, address: string, content: BookmarkContent): Promise<Bookmark> {
    const { store, now, most = mostKept } = this.#parts;
    this.#checkCameras(by, content.cameraIds);
    if ((await store.count()) >= most) throw new RequestFault('conflict', 'bookmarks');
    const { id, name } = by.person;
    const bookmark = {
      ...content,
      id: opaqueId(),
      by: { id, name },
      createdAtMs: now(),
      removedAtMs: null,
    };
    await store.save(bookmark);
    await this.#note('bookmark.add', by, address, bookmark);
    return viewOf(bookmark);
  }

  async change(by: PersonCaller, address: string, bookmarkId: string, content: BookmarkContent) {
    const kept = await this.#own(by, bookmarkId, 'kept');
    // A camera that is gone may stay in what tells of it.
    this.#checkCameras(
      by,
      content.cameraIds.filter((id) => !kept.cameraIds.includes(id)),
    );
    const bookmark = { ...kept, ...content };
    await this.#parts.store.save(bookmark);
    await this.#note('bookmark.change', by, address, bookmark);
    return viewOf(bookmark);
  }

  async remove(by: PersonCaller, address: string, bookmarkId: string): Promise<void> {
    const { store, now } = this.#parts;
    const kept = await this.#own(by, bookmarkId, 'kept');
    await store.save({ ...kept, removedAtMs: now() });
    await store.forget(now() - removedKeptMs);
    await this.#note('bookmark.remove', by, address, kept);
  }

  /** Brings back what was removed a moment ago, as it was. */
  async restore(by: PersonCaller, address: string, bookmarkId: string): Promise<Bookmark> {
    const bookmark = { ...(await this.#own(by, bookmarkId, 'removed')), removedAtMs: null };
    await this.#parts.store.save(bookmark);
    await this.#note('bookmark.restore', by, address, bookmark);
    return viewOf(bookmark);
  }

  /** @throws RequestFault `not-found`, or `not-allowed` for one that another has made */
  async #own(by: PersonCaller, bookmarkId: string, state: 'kept' | 'removed') {
    const found = await this.#parts.store.readOne(bookmarkId);
    const isThere = found && (found.removedAtMs === null) === (state === 'kept');
    if (!isThere || !seesAll(by, found)) throw new RequestFault('not-found');
    if (found.by.id !== by.person.id && !authorize(by, 'supervise')) {
      throw new RequestFault('not-allowed');
    }
    return found;
  }

  #checkCameras(by: PersonCaller, cameraIds: readonly string[]): void {
    const { directory } = this.#parts;
    const isThere = (id: string) =>
      directory.camera(id) !== undefined && authorize(by, 'view', { id, isDraft: false });
    if (!cameraIds.every(isThere)) throw new RequestFault('not-found');
  }

  async #note(operation: string, by: PersonCaller, address: string, bookmark: Bookmark) {
    const { id, fromMs, toMs, note, tags, cameraIds } = bookmark;
    await this.#parts.audit.write({
      ...signatureOf(by, address),
      operation,
      parameters: {
        bookmark: id,
        from: new Date(fromMs).toISOString(),
        ...(toMs !== null && { to: new Date(toMs).toISOString() }),
        cameras: cameraIds.join(' '),
        note: note.slice(0, longestRecorded),
        tags: tags.join(', '),
      },
      outcome: 'done',
      detail: '',
      revealed: false,
    });
  }
}

/** Whether a caller may know of what is of some cameras. */
export function seesAll(caller: Caller, { cameraIds }: Pick<Bookmark, 'cameraIds'>): boolean {
  return cameraIds.every((id) => authorize(caller, 'view', { id, isDraft: false }));
}

function viewOf({ removedAtMs: _, ...bookmark }: KeptBookmark): Bookmark {
  return bookmark;
}
