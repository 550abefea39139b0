import type { ReactElement } from 'react';
import type { Bookmark } from '../../api/bookmarks.ts';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { camerasText } from './entry-when.ts';

export interface BookmarkEntryProps {
  readonly bookmark: Bookmark;
  readonly cameras: readonly CameraView[];
}

export function BookmarkEntry({ bookmark, cameras }: BookmarkEntryProps): ReactElement {
  const { note, tags, cameraIds } = bookmark;
  return (
    <>
      <p dir="auto" className="whitespace-pre-line wrap-anywhere">
        {note === '' ? <span className="text-text-2">{t('cases.bookmark.no-note')}</span> : note}
      </p>
      <p className="text-sm print:text-xs text-text-2 wrap-anywhere">
        {camerasText(cameraIds, cameras)}
        {tags.length > 0 && ` · ${tags.join(', ')}`}
      </p>
    </>
  );
}
