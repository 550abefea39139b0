import { type ReactElement, useEffect, useRef } from 'react';
import { t } from '../../messages/t.ts';
import { CheckField } from '../../ui/check-field.tsx';
import type { DeviceOfCameras } from './cameras-by-device.ts';

export interface DeviceChecksProps {
  readonly device: DeviceOfCameras;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (cameraIds: readonly string[], on: boolean) => void;
}

/** One device: a box for all of its cameras, and one for each. */
export function DeviceChecks({ device, chosen, onChoose }: DeviceChecksProps): ReactElement {
  const ids = device.cameras.map(({ id }) => id);
  const count = ids.filter((id) => chosen.has(id)).length;
  const some = count > 0 && count < ids.length;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Only a script can set the state between the two.
    if (box.current !== null) box.current.indeterminate = some;
  }, [some]);
  return (
    <li>
      <CheckField
        ref={box}
        checked={count === ids.length}
        onChange={() => onChoose(ids, count < ids.length)}
        label={
          <span className="font-medium">
            {t('groups.editor.device', { device: device.name, chosen: count, total: ids.length })}
          </span>
        }
      />
      <ul className="ps-7">
        {device.cameras.map(({ id, name }) => (
          <li key={id}>
            <CheckField
              checked={chosen.has(id)}
              onChange={(event) => onChoose([id], event.target.checked)}
              label={<bdi>{name}</bdi>}
            />
          </li>
        ))}
      </ul>
    </li>
  );
}
