import type { Bookmark, BookmarkQuery } from '../../api/bookmarks.ts';

/** Whether a bookmark is what somebody looks for; its time is another matter. */
export function fitsQuery(bookmark: Bookmark, { text = '', tag, camera }: BookmarkQuery): boolean {
  const { note, tags, by, cameraIds } = bookmark;
  if (camera !== undefined && !cameraIds.includes(camera)) return false;
  if (tag !== undefined && !tags.some((each) => folded(each) === folded(tag))) return false;
  return holdsWords([note, ...tags, by.name].join('\n'), text);
}

/** Whether all words of a search stand somewhere in what was written. */
export function holdsWords(written: string, text: string): boolean {
  const within = folded(written);
  return folded(text)
    .split(/\s+/)
    .every((word) => within.includes(word));
}

/** Neither case nor accents keep two words apart. */
function folded(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
}
