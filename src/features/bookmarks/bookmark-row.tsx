import { Pencil, Play, Trash2 } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { Bookmark } from '../../api/bookmarks.ts';
import type { CameraView } from '../../api/camera.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { camerasText, whenText } from './bookmark-words.ts';

export interface BookmarkRowProps {
  readonly bookmark: Bookmark;
  readonly cameras: readonly CameraView[];
  readonly zone: string;
  readonly mayChange: boolean;
  /** What else may be done with it. */
  readonly more: ReactNode;
  readonly on: {
    readonly open: () => void;
    readonly tag: (tag: string) => void;
    readonly change: () => void;
    readonly remove: () => void;
  };
}

export function BookmarkRow(props: BookmarkRowProps): ReactElement {
  const { bookmark, cameras, zone, mayChange, more, on } = props;
  const { note, tags, by, createdAtMs, cameraIds } = bookmark;
  const when = whenText(bookmark, zone);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 rounded-control border border-line bg-panel p-3">
      <div className="flex min-w-0 grow basis-64 flex-col gap-1">
        <p className="text-sm tabular-nums text-text-2">
          {when} · {camerasText(cameraIds, cameras)}
        </p>
        <p dir="auto" className="whitespace-pre-line wrap-anywhere">
          {note === '' ? <span className="text-text-2">{t('bookmarks.no-note')}</span> : note}
        </p>
        {tags.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {tags.map((tag) => (
              <li key={tag}>
                <button
                  type="button"
                  title={t('bookmarks.tag.choose', { tag })}
                  className="min-h-6 rounded-full border border-line-ui px-2.5 text-sm hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:px-4"
                  onClick={() => on.tag(tag)}
                >
                  <bdi>{tag}</bdi>
                </button>
              </li>
            ))}
          </ul>
        )}
        <p className="text-xs text-text-2">
          {t('bookmarks.by', { name: by.name, when: momentInZone(createdAtMs, zone) })}
        </p>
      </div>
      <div className="flex items-center gap-1">
        {more}
        {mayChange && (
          <>
            <IconButton icon={Pencil} label={t('bookmarks.change', { when })} onClick={on.change} />
            <IconButton icon={Trash2} label={t('bookmarks.remove', { when })} onClick={on.remove} />
          </>
        )}
        <Button aria-label={t('bookmarks.open.of', { when })} onClick={on.open}>
          <Play aria-hidden className="size-4" />
          {t('bookmarks.open')}
        </Button>
      </div>
    </li>
  );
}
