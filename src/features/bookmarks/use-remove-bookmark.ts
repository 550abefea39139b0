import { useQueryClient } from '@tanstack/react-query';
import {
  bookmarksChanged,
  removeBookmark,
  restoreBookmark,
} from '../../device-access/bookmarks.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';

/** Removes at once, and offers to bring it back as it was. */
export function useRemoveBookmark(): (bookmarkId: string) => Promise<void> {
  const client = useQueryClient();
  const restore = async (bookmarkId: string) => {
    try {
      await restoreBookmark(bookmarkId);
      showToast({ tone: 'done', text: t('bookmarks.restored') });
    } catch (fault) {
      const { todo } = problemText(problemOf(fault));
      showToast({ tone: 'failed', text: t('bookmarks.restore.failed', { todo }) });
    }
    bookmarksChanged(client);
  };
  return async (bookmarkId) => {
    try {
      await removeBookmark(bookmarkId);
      showToast({
        tone: 'done',
        text: t('bookmarks.removed'),
        action: { label: t('bookmarks.undo'), run: () => void restore(bookmarkId) },
      });
    } catch (fault) {
      const { todo } = problemText(problemOf(fault));
      showToast({ tone: 'failed', text: t('bookmarks.remove.failed', { todo }) });
    }
    bookmarksChanged(client);
  };
}
