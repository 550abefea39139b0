import { Cctv, ChevronDown } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { CheckField } from '../../ui/check-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { mostPlayers } from './playback-place.ts';

export interface CameraChoiceProps {
  readonly cameras: readonly CameraView[];
  readonly chosen: readonly string[];
  readonly onChoose: (cameraIds: readonly string[]) => void;
}

/** Which cameras are played beside each other, in the order in which they were chosen. */
export function CameraChoice({ cameras, chosen, onChoose }: CameraChoiceProps): ReactElement {
  const [open, setOpen] = useState(false);
  const isFull = chosen.length >= mostPlayers;
  const devices = [...new Set(cameras.map(({ deviceName }) => deviceName))];
  return (
    <>
      <Button onClick={() => setOpen(true)} aria-haspopup="dialog">
        <Cctv aria-hidden className="size-4" />
        {t('recordings.cameras', { count: chosen.length })}
        <ChevronDown aria-hidden className="size-3.5 text-text-3" />
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('recordings.cameras.title')}
        description={t('recordings.cameras.most', { most: mostPlayers })}
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
            {cameras
              .filter(({ deviceName }) => deviceName === device)
              .map(({ id, name, number }) => {
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
