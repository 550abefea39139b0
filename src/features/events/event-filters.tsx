import { X } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import {
  camerasOf,
  type EventsPlace,
  isFiltered,
  noFilter,
  toggled,
  topicsOf,
} from './events-place.ts';
import { TopicChoice } from './topic-choice.tsx';

export interface EventFiltersProps {
  readonly place: EventsPlace;
  readonly onPlace: (place: Partial<EventsPlace>) => void;
  readonly cameras: readonly CameraView[];
}

/** Which events are shown. On a phone it is folded away until it is asked for. */
export function EventFilters({ place, onPlace, cameras }: EventFiltersProps): ReactElement {
  const narrow = useNarrow();
  const [unfolded, setUnfolded] = useState(false);
  const chosen = camerasOf(place);
  const count = topicsOf(place).length + chosen.length;
  return (
    <search aria-label={t('events.filter')} className="flex flex-col gap-2 px-4 pb-3 sm:px-8">
      {narrow && (
        <Button
          aria-expanded={unfolded}
          onClick={() => setUnfolded(!unfolded)}
          className="self-start"
        >
          {t('events.filter.count', { count })}
        </Button>
      )}
      {(!narrow || unfolded) && (
        <div className="flex flex-col items-start gap-x-6 gap-y-3 md:flex-row">
          <SelectField
            label={t('events.filter.camera')}
            className="w-56 shrink-0"
            value=""
            onChange={(event) => onPlace({ cameras: toggled(chosen, event.target.value) })}
            options={cameraOptions(cameras, chosen)}
          />
          <TopicChoice
            chosen={topicsOf(place)}
            onChoose={(topic) => onPlace({ topics: toggled(topicsOf(place), topic) })}
          />
        </div>
      )}
      {isFiltered(place) && (
        <div className="flex flex-wrap items-center gap-2">
          {chosen.map((id) => {
            const name = cameras.find((camera) => camera.id === id)?.name;
            return (
              <Button key={id} onClick={() => onPlace({ cameras: toggled(chosen, id) })}>
                <span className="sr-only">{t('events.filter.without')} </span>
                <bdi>{name ?? t('events.filter.unknownCamera')}</bdi>
                <X aria-hidden className="size-4" />
              </Button>
            );
          })}
          <Button look="quiet" onClick={() => onPlace(noFilter)}>
            {t('events.all')}
          </Button>
        </div>
      )}
    </search>
  );
}

function cameraOptions(cameras: readonly CameraView[], chosen: readonly string[]) {
  const others = cameras
    .filter(({ id }) => !chosen.includes(id))
    .map(({ id, name, deviceName }) => ({
      value: id,
      label: t('events.filter.cameraOf', { camera: name, device: deviceName }),
    }));
  const first = chosen.length === 0 ? 'events.filter.allCameras' : 'events.filter.anotherCamera';
  return [{ value: '', label: t(first) }, ...others];
}
