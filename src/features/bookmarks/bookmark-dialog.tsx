import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import {
  type Bookmark,
  type BookmarkContent,
  longestBookmarkNote,
  longestTag,
  mostTags,
} from '../../api/bookmarks.ts';
import { addBookmark, bookmarksChanged, changeBookmark } from '../../device-access/bookmarks.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { camerasText, whenText, zoneOf } from './bookmark-words.ts';
import { typedTags } from './typed-tags.ts';

export interface BookmarkDialogProps {
  /** One that is there, or what a new one is of. */
  readonly bookmark: Bookmark | Pick<BookmarkContent, 'fromMs' | 'toMs' | 'cameraIds'>;
  readonly onClose: () => void;
  /** Once it is kept, for who wants it in a case as well. */
  readonly onForCase: (kept: Bookmark) => void;
}

/** Asks what there is to say of a moment. What was written stays until it is kept. */
export function BookmarkDialog(props: BookmarkDialogProps): ReactElement {
  const { bookmark, onClose, onForCase } = props;
  const kept = 'id' in bookmark ? bookmark : null;
  const client = useQueryClient();
  const cameras = useQuery(camerasQuery()).data ?? [];
  const siteZone = useQuery(siteQuery()).data?.zone ?? 'UTC';
  const [note, setNote] = useState(kept?.note ?? '');
  const [tagText, setTagText] = useState(kept?.tags.join(', ') ?? '');
  const [forCase, setForCase] = useState(false);
  const { tags, fault } = typedTags(tagText);
  const command = useMutation({
    mutationFn: (content: BookmarkContent) =>
      kept ? changeBookmark(kept.id, content) : addBookmark(content),
    onSuccess: (saved) => {
      bookmarksChanged(client);
      showToast({ tone: 'done', text: t('bookmarks.saved') });
      onClose();
      if (forCase) onForCase(saved);
    },
  });
  const { fromMs, toMs, cameraIds } = bookmark;
  const when = whenText(bookmark, zoneOf(bookmark, cameras, siteZone));
  return (
    <FormDialog
      title={t(kept ? 'bookmarks.change.title' : 'bookmarks.add.title')}
      description={`${when} · ${camerasText(cameraIds, cameras)}`}
      words={{
        close: t('shell.close'),
        cancel: t('bookmarks.cancel'),
        save: t('bookmarks.save'),
        saving: t('bookmarks.saving'),
      }}
      busy={command.isPending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault !== null) return;
        command.mutate({ fromMs, toMs, cameraIds: [...cameraIds], note, tags: [...tags] });
      }}
    >
      <TextArea
        prose
        label={t('bookmarks.note')}
        rows={3}
        maxLength={longestBookmarkNote}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <TextField
        label={t('bookmarks.tags')}
        hint={t('bookmarks.tags.hint')}
        error={
          fault === null
            ? undefined
            : t(`bookmarks.tags.${fault}`, { most: fault === 'many' ? mostTags : longestTag })
        }
        value={tagText}
        autoComplete="off"
        onChange={(event) => setTagText(event.currentTarget.value)}
      />
      <CheckField
        label={t('bookmarks.for-case')}
        checked={forCase}
        onChange={(event) => setForCase(event.currentTarget.checked)}
      />
      {command.error !== null && (
        <Notice tone="error" title={t('bookmarks.save.failed')}>
          {problemText(problemOf(command.error)).todo}
        </Notice>
      )}
    </FormDialog>
  );
}
