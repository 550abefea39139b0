import { Cctv, ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mostLanes, mostPlayers } from './playback-place.ts';

export interface CameraChoiceProps {
  readonly cameras: readonly CameraView[];
  readonly chosen: readonly string[];
  readonly onChoose: (cameraIds: readonly string[]) => void;
}

/** Which cameras are played beside each other, in the order in which they were chosen. */
export function CameraChoice({ cameras, chosen, onChoose }: CameraChoiceProps): ReactElement {
  const [open, setOpen] = useState(false);
  const label = t('recordings.cameras', { count: chosen.length });
  const isFull = chosen.length >= mostLanes;
  const camerasOfDevice = (device: string) =>
    cameras.filter(({ deviceName }) => deviceName === device);
  const devices = [...new Set(cameras.map(({ deviceName }) => deviceName))];
  return (
    <>
      <Button
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
        aria-label={label}
        className="max-sm:px-2"
      >
        <Cctv aria-hidden className="size-4" />
        <span className="max-sm:hidden">{label}</span>
        <span className="sm:hidden">{chosen.length}</span>
        <ChevronDown aria-hidden className="size-3.5 text-text-3 max-sm:hidden" />
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('recordings.cameras.title')}
        description={t('recordings.cameras.most', { most: mostPlayers, lanes: mostLanes })}
        closeLabel={t('shell.close')}
        footer={
          <Button look="primary" onClick={() => setOpen(false)}>
            {t('recordings.cameras.done')}
          </Button>
        }
      >
        {devices.map((device) => (
          <fieldset key={device} className="mb-3">
            <legend className="text-text-2 text-xs">{device}</legend>
            <AllOfDevice
              device={device}
              ids={camerasOfDevice(device).map(({ id }) => id)}
              chosen={chosen}
              onChoose={onChoose}
            />
            {camerasOfDevice(device).map(({ id, name, number }) => {
              const isChosen = chosen.includes(id);
              return (
                <CheckField
                  key={id}
                  label={`${number} · ${name}`}
                  checked={isChosen}
                  disabled={isFull && !isChosen}
                  onChange={() =>
                    onChoose(isChosen ? chosen.filter((each) => each !== id) : [...chosen, id])
                  }
                />
              );
            })}
          </fieldset>
        ))}
      </Dialog>
    </>
  );
}

interface AllOfDeviceProps {
  readonly device: string;
  readonly ids: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (cameraIds: readonly string[]) => void;
}

/** A recorder has more cameras than anybody ticks one by one. */
function AllOfDevice({ device, ids, chosen, onChoose }: AllOfDeviceProps): ReactElement | null {
  if (ids.length < 2) return null;
  const areAll = ids.every((id) => chosen.includes(id));
  const others = chosen.filter((id) => !ids.includes(id));
  const all = [...chosen, ...ids.filter((id) => !chosen.includes(id))];
  return (
    <Button
      look="quiet"
      aria-label={t(areAll ? 'recordings.cameras.none-of' : 'recordings.cameras.all-of', {
        device,
      })}
      onClick={() => onChoose(areAll ? others : all.slice(0, mostLanes))}
    >
      {t(areAll ? 'recordings.cameras.none' : 'recordings.cameras.all')}
    </Button>
  );
}
