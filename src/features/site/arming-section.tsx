import { useQuery } from '@tanstack/react-query';
import type { CameraView } from '../../api/camera.ts';
import type { ArmingView } from '../../api/site-control.ts';
import { armingQuery } from '../../device-access/site-control.ts';
import { t } from '../../messages/t.ts';
import { RailSection } from '../../ui/rail-section.tsx';
import { ArmingMode } from './arming-mode.tsx';
import { ArmingPresets } from './arming-presets.tsx';
import { ArmingSwitch } from './arming-switch.tsx';
import { DeviceAnswer } from './device-answer.tsx';
import { ScheduleButton } from './schedule-button.tsx';

/** What a camera is armed for, and what it watches for. */
export function ArmingSection({ camera }: { readonly camera: CameraView }) {
  const query = useQuery(armingQuery(camera.id));
  return (
    <RailSection title={t('site.arming')}>
      <DeviceAnswer query={query} loading={t('site.arming.loading')}>
        {(arming) => <ArmingParts camera={camera} arming={arming} />}
      </DeviceAnswer>
    </RailSection>
  );
}

interface ArmingPartsProps {
  readonly camera: CameraView;
  readonly arming: ArmingView;
}

function ArmingParts({ camera, arming }: ArmingPartsProps) {
  const { modes, schedules, overrides, presets, switches } = arming;
  if (modes.length + presets.length + switches.length === 0) {
    return <p className="text-text-3">{t('site.arming.none')}</p>;
  }
  const hasChoices = modes.length > 0 && schedules.length + overrides.length > 0;
  return (
    <div className="flex flex-col gap-3">
      {modes.map((mode) => (
        <ArmingMode key={mode.mode} cameraId={camera.id} mode={mode} arming={arming} />
      ))}
      {hasChoices && <ScheduleButton camera={camera} arming={arming} />}
      {switches.length > 0 && (
        <div className="flex flex-col">
          {switches.map((one) => (
            <ArmingSwitch key={one.id} cameraId={camera.id} value={one} />
          ))}
        </div>
      )}
      {presets.length > 0 && <ArmingPresets camera={camera} presets={presets} />}
    </div>
  );
}
