import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { BookmarksPlace } from './bookmarks-place.ts';

export interface BookmarkFiltersProps {
  readonly place: BookmarksPlace;
  readonly cameras: readonly CameraView[];
  readonly zone: string;
  readonly onPlace: (place: Partial<BookmarksPlace>) => void;
}

export function BookmarkFilters(props: BookmarkFiltersProps): ReactElement {
  const { place, cameras, zone, onPlace } = props;
  // The address follows; a letter must not wait for it.
  const [text, setText] = useState(place.q);
  const { tag } = place;
  return (
    <search className="flex flex-wrap items-end gap-3">
      <TextField
        type="search"
        className="grow basis-56"
        label={t('bookmarks.search')}
        placeholder={t('bookmarks.search.hint')}
        value={text}
        maxLength={128}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          onPlace({ q: value });
        }}
      />
      <SelectField
        label={t('bookmarks.camera')}
        value={place.camera}
        onChange={(event) => onPlace({ camera: event.currentTarget.value })}
        options={[
          { value: '', label: t('bookmarks.camera.all') },
          ...cameras.map(({ id, number, name }) => ({ value: id, label: `${number} · ${name}` })),
        ]}
      />
      <TextField
        type="datetime-local"
        label={t('bookmarks.from', { zone })}
        value={place.from}
        onChange={(event) => onPlace({ from: event.currentTarget.value })}
      />
      <TextField
        type="datetime-local"
        label={t('bookmarks.to', { zone })}
        value={place.to}
        onChange={(event) => onPlace({ to: event.currentTarget.value })}
      />
      {tag !== '' && (
        <Button aria-label={t('bookmarks.tag.clear', { tag })} onClick={() => onPlace({ tag: '' })}>
          {t('bookmarks.tag.only', { tag })}
          <X aria-hidden className="size-4" />
        </Button>
      )}
    </search>
  );
}
