import { SlidersHorizontal, X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
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
  const { tag } = place;
  const [moreWanted, setMoreWanted] = useState(false);
  const isNarrowed = [place.camera, place.from, place.to].some((each) => each !== '');
  const moreShown = moreWanted || isNarrowed;
  return (
    <search className="flex flex-wrap items-end gap-3">
      <SearchField
        label={t('bookmarks.search')}
        hint={t('bookmarks.search.hint')}
        value={place.q}
        onSearch={(q) => onPlace({ q })}
      />
      <IconButton
        icon={SlidersHorizontal}
        label={t('bookmarks.filters')}
        pressed={moreShown}
        aria-expanded={moreShown}
        disabled={isNarrowed}
        className="sm:hidden"
        onClick={() => setMoreWanted(!moreShown)}
      />
      {/* On a phone what was found comes first, but nothing that leaves some of it out is hidden. */}
      <div className={classNames('contents', !moreShown && 'max-sm:hidden')}>
        <SelectField
          className="max-sm:w-full"
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
          className="max-sm:w-full"
          label={t('bookmarks.from', { zone })}
          value={place.from}
          onChange={(event) => onPlace({ from: event.currentTarget.value })}
        />
        <TextField
          type="datetime-local"
          className="max-sm:w-full"
          label={t('bookmarks.to', { zone })}
          value={place.to}
          onChange={(event) => onPlace({ to: event.currentTarget.value })}
        />
      </div>
      {tag !== '' && (
        <Button aria-label={t('bookmarks.tag.clear', { tag })} onClick={() => onPlace({ tag: '' })}>
          {t('bookmarks.tag.only', { tag })}
          <X aria-hidden className="size-4" />
        </Button>
      )}
    </search>
  );
}
