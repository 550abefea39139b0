import { useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { ArmingView } from '../../api/site-control.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';

export interface ScheduleButtonProps {
  readonly camera: CameraView;
  readonly arming: ArmingView;
}

export function ScheduleButton({ camera, arming }: ScheduleButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="self-start" onClick={() => setOpen(true)}>
        {t('site.arming.change')}
      </Button>
      {open && <ScheduleDialog camera={camera} arming={arming} onClose={() => setOpen(false)} />}
    </>
  );
}
