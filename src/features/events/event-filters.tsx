import { X } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toggled } from './events-place.ts';
import type { Pane } from './panes/pane.ts';
import { TopicChoice } from './topic-choice.tsx';

export interface EventFiltersProps {
  readonly chosen: Pick<Pane, 'topics' | 'cameraIds'>;
  readonly onChoose: (change: Partial<Pane>) => void;
  readonly cameras: readonly CameraView[];
}

/** Which events are shown: of what, and of which cameras. */
export function EventFilters({ chosen, onChoose, cameras }: EventFiltersProps): ReactElement {
  const { topics, cameraIds } = chosen;
  return (
    <search aria-label={t('events.filter')} className="flex flex-col gap-3">
      <TopicChoice
        chosen={topics}
        onChoose={(topic) => onChoose({ topics: toggled(topics, topic) })}
      />
      <SelectField
        label={t('events.filter.camera')}
        value=""
        onChange={(event) => onChoose({ cameraIds: toggled(cameraIds, event.target.value) })}
        options={cameraOptions(cameras, cameraIds)}
      />
      {(topics.length > 0 || cameraIds.length > 0) && (
        <div className="flex flex-wrap items-center gap-2">
          {cameraIds.map((id) => {
            const name = cameras.find((camera) => camera.id === id)?.name;
            return (
              <Button key={id} onClick={() => onChoose({ cameraIds: toggled(cameraIds, id) })}>
                <span className="sr-only">{t('events.filter.without')} </span>
                <bdi>{name ?? t('events.filter.unknownCamera')}</bdi>
                <X aria-hidden className="size-4" />
              </Button>
            );
          })}
          <Button look="quiet" onClick={() => onChoose({ topics: [], cameraIds: [] })}>
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
