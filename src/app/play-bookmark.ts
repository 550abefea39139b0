import type { Bookmark } from '../api/bookmarks.ts';

const aroundMs = 60_000;

/** The address of a bookmark among the recordings: from its moment, with some time on both sides. */
export function bookmarkPlace({
  cameraIds,
  fromMs,
  toMs,
}: Pick<Bookmark, 'cameraIds' | 'fromMs' | 'toMs'>) {
  return {
    cams: cameraIds.join(','),
    t: new Date(fromMs).toISOString(),
    span: `${Math.ceil(((toMs ?? fromMs) - fromMs + 2 * aroundMs) / aroundMs)}m`,
  };
}
