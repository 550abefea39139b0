export { BookmarkDialog } from './bookmark-dialog.tsx';
export { BookmarksPage } from './bookmarks-page.tsx';
export type { BookmarksPlace } from './bookmarks-place.ts';
