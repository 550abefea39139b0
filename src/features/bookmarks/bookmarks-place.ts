import type { BookmarkQuery } from '../../api/bookmarks.ts';
import { epochOfLocal } from '../../domain/local-time.ts';

/** What is searched for, as it stands in the address; empty where it does not matter. */
export interface BookmarksPlace {
  readonly q: string;
  readonly tag: string;
  readonly camera: string;
  /** `2026-11-20T22:14` as clocks at the site show it. */
  readonly from: string;
  readonly to: string;
}

export const anywhere: BookmarksPlace = { q: '', tag: '', camera: '', from: '', to: '' };

export function queryOf(place: BookmarksPlace, zone: string): BookmarkQuery {
  const { tag, camera } = place;
  const text = place.q.trim();
  const from = epochOfLocal(place.from, zone);
  const to = epochOfLocal(place.to, zone);
  return {
    ...(text !== '' && { text }),
    ...(tag !== '' && { tag }),
    ...(camera !== '' && { camera }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
  };
}
