import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query';
import type { z } from 'zod/mini';
import type {
  Bookmark,
  BookmarkContent,
  BookmarkQuery,
  bookmarkListSchema,
} from '../api/bookmarks.ts';
import { routes } from '../api/routes.ts';
import { request, requestJson } from './request.ts';

const key = 'bookmarks';
/** Others keep them too, and nothing tells of it. */
const staleMs = 15_000;

/** The latest moment first; what was found before stays while another search runs. */
export function bookmarksQuery(query: BookmarkQuery) {
  return queryOptions({
    queryKey: [key, query],
    queryFn: ({ signal }) => {
      const given = Object.entries(query).filter(([, value]) => value !== undefined);
      const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
      return requestJson<z.infer<typeof bookmarkListSchema>>(`${routes.bookmarks}?${search}`, {
        signal,
      });
    },
    placeholderData: keepPreviousData,
    staleTime: staleMs,
    refetchInterval: staleMs,
  });
}

export function bookmarksChanged(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: [key] });
}

export function addBookmark(content: BookmarkContent): Promise<Bookmark> {
  return requestJson<Bookmark>(routes.bookmarks, { method: 'POST', body: content });
}

export function changeBookmark(bookmarkId: string, content: BookmarkContent): Promise<Bookmark> {
  return requestJson<Bookmark>(routes.bookmark(bookmarkId), { method: 'PUT', body: content });
}

export async function removeBookmark(bookmarkId: string): Promise<void> {
  await request(routes.bookmark(bookmarkId), { method: 'DELETE' });
}

export function restoreBookmark(bookmarkId: string): Promise<Bookmark> {
  return requestJson<Bookmark>(routes.restoredBookmark(bookmarkId), { method: 'POST', body: {} });
}
