import { useQuery } from '@tanstack/react-query';
import { Bookmark as BookmarkIcon } from 'lucide-react';
import { type ReactElement, type ReactNode, useState } from 'react';
import type { Bookmark } from '../../api/bookmarks.ts';
import { bookmarksQuery } from '../../device-access/bookmarks.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { mayIn, useSession } from '../../device-access/use-session.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { BarFrame } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BookmarkDialog } from './bookmark-dialog.tsx';
import { BookmarkFilters } from './bookmark-filters.tsx';
import { BookmarkRow } from './bookmark-row.tsx';
import { whenText, zoneOf } from './bookmark-words.ts';
import { anywhere, type BookmarksPlace, queryOf } from './bookmarks-place.ts';
import { useRemoveBookmark } from './use-remove-bookmark.ts';

export interface BookmarksPageProps {
  /** Holds the `h1`. */
  readonly heading: ReactNode;
  readonly place: BookmarksPlace;
  readonly roads: {
    /** Another search, without a step in the history. */
    readonly place: (place: Partial<BookmarksPlace>) => void;
    readonly play: (bookmark: Bookmark) => void;
    /** Asks for a case to put one into. */
    readonly forCase: (bookmark: Bookmark) => void;
  };
  /** What else may be done with one. @param when it is of, in words */
  readonly more: (bookmark: Bookmark, when: string) => ReactNode;
}

/** The moments that people keep, to be found and played again. */
export function BookmarksPage(props: BookmarksPageProps): ReactElement {
  const { heading, place, roads, more } = props;
  const session = useSession();
  const cameras = useQuery(camerasQuery()).data ?? [];
  const siteZone = useQuery(siteQuery()).data?.zone ?? 'UTC';
  const query = queryOf(place, siteZone);
  const found = useQuery(bookmarksQuery(query));
  const remove = useRemoveBookmark();
  const [changed, setChanged] = useState<Bookmark | null>(null);
  const mayChange = ({ by }: Bookmark) =>
    mayIn(session, 'supervise') ||
    (mayIn(session, 'handle-alarms') &&
      session?.state === 'signed-in' &&
      session.person.id === by.id);
  const isAll = Object.keys(query).length === 0;
  const { data } = found;
  return (
    <BarFrame heading={heading}>
      <div className="flex max-w-[90rem] flex-col gap-4 px-5 pt-4 pb-8">
        <BookmarkFilters place={place} cameras={cameras} zone={siteZone} onPlace={roads.place} />
        {found.error !== null && (
          <Notice
            tone="error"
            title={t('bookmarks.failed')}
            actions={<Button onClick={() => void found.refetch()}>{t('recorded.retry')}</Button>}
          >
            {problemText(problemOf(found.error)).todo}
          </Notice>
        )}
        {found.isPending && (
          <Skeleton label={t('bookmarks.loading')} rows={5} rowClassName="h-20" />
        )}
        {data?.bookmarks.length === 0 && isAll && (
          <EmptyState icon={BookmarkIcon} title={t('bookmarks.empty')}>
            {t(mayIn(session, 'handle-alarms') ? 'bookmarks.empty.todo' : 'bookmarks.empty.viewer')}
          </EmptyState>
        )}
        {data?.bookmarks.length === 0 && !isAll && (
          <EmptyState
            icon={BookmarkIcon}
            title={t('bookmarks.none')}
            actions={<Button onClick={() => roads.place(anywhere)}>{t('bookmarks.clear')}</Button>}
          >
            {t('bookmarks.none.todo')}
          </EmptyState>
        )}
        {data && data.bookmarks.length > 0 && (
          <ul aria-label={t('bookmarks.list')} className="flex flex-col gap-3">
            {data.bookmarks.map((bookmark) => (
              <BookmarkRow
                key={bookmark.id}
                bookmark={bookmark}
                cameras={cameras}
                zone={zoneOf(bookmark, cameras, siteZone)}
                mayChange={mayChange(bookmark)}
                more={more(bookmark, whenText(bookmark, zoneOf(bookmark, cameras, siteZone)))}
                on={{
                  open: () => roads.play(bookmark),
                  tag: (tag) => roads.place({ tag }),
                  change: () => setChanged(bookmark),
                  remove: () => void remove(bookmark.id),
                }}
              />
            ))}
          </ul>
        )}
        {data?.more === true && <p className="text-text-2">{t('bookmarks.more')}</p>}
      </div>
      {changed !== null && (
        <BookmarkDialog
          bookmark={changed}
          onClose={() => setChanged(null)}
          onForCase={roads.forCase}
        />
      )}
    </BarFrame>
  );
}
