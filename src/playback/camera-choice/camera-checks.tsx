import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { TextField } from '../../ui/text-field.tsx';
import { camerasByDevice, toggled } from './cameras-by-device.ts';
import { DeviceChecks } from './device-checks.tsx';

export interface CameraChecksProps {
  readonly legend?: string;
  readonly cameras: readonly CameraView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** Cameras under their devices, to be found and ticked. */
export function CameraChecks({
  legend = t('groups.editor.cameras'),
  cameras,
  chosen,
  onChoose,
}: CameraChecksProps): ReactElement {
  const [words, setWords] = useState('');
  const devices = camerasByDevice(cameras, words);
  const there = new Set(cameras.map(({ id }) => id));
  const gone = cameras.length === 0 ? 0 : [...chosen].filter((id) => !there.has(id)).length;
  const count = [...chosen].filter((id) => there.has(id)).length;
  const choose = (ids: readonly string[], on: boolean) => onChoose(toggled(chosen, ids, on));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <TextField
        type="search"
        label={t('groups.editor.search')}
        labelHidden
        placeholder={t('groups.editor.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          // Enter in a search is no wish to save the group.
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      <p role="status" className="text-xs text-text-2">
        {t('groups.editor.chosen', { chosen: count, total: cameras.length })}
      </p>
      {gone > 0 && <p className="text-xs text-p2">{t('groups.editor.gone', { count: gone })}</p>}
      {devices.length === 0 && (
        <p className="py-4 text-text-2">
          {t(cameras.length === 0 ? 'groups.editor.noCameras' : 'groups.editor.nothing')}
        </p>
      )}
      <ul className="relative flex max-h-72 flex-col gap-2 overflow-y-auto">
        {devices.map((device) => (
          <DeviceChecks key={device.id} device={device} chosen={chosen} onChoose={choose} />
        ))}
      </ul>
    </fieldset>
  );
}
