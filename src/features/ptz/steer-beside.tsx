import { useQuery } from '@tanstack/react-query';
import { Keyboard } from 'lucide-react';
import { useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { steeringQuery } from '../../device-access/steering.ts';
import { useMay } from '../../device-access/use-session.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RailSection } from '../../ui/rail-section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { AutofocusMenu } from './autofocus-menu.tsx';
import { AxisRow } from './axis-row.tsx';
import { directionsOf, glides } from './directions.ts';
import type { Helm } from './helm.ts';
import { PresetSection } from './preset-section.tsx';
import { SaveHome } from './save-home.tsx';
import { SpeedSlider } from './speed-slider.tsx';
import { SteerKeysDialog } from './steer-keys-dialog.tsx';
import { SteerPad } from './steer-pad.tsx';
import { SteeringNotices, UnconfirmedStop } from './steering-notices.tsx';
import { useHelm } from './steering-scope.tsx';
import { ThumbBar } from './thumb-bar.tsx';
import { TourSection } from './tour-section.tsx';
import { WhoSteers } from './who-steers.tsx';

/** Everything beside the picture that steers the camera. Nothing for whoever may not. */
export function SteerBeside({ camera }: { readonly camera: CameraView }) {
  const helm = useHelm();
  const may = useMay('control');
  if (!may || !camera.offers.steering) return null;
  if (helm === null || helm.cameraId !== camera.id) return <Asking cameraId={camera.id} />;
  return (
    <>
      <SteerSection helm={helm} />
      {helm.can.presets !== null && <PresetSection helm={helm} abilities={helm.can.presets} />}
      {helm.can.tours && <TourSection helm={helm} />}
      {glides(helm.can) && <ThumbBar helm={helm} />}
    </>
  );
}

/** While the camera says what it can do, or did not. */
function Asking({ cameraId }: { readonly cameraId: string }) {
  const can = useQuery(steeringQuery(cameraId));
  if (can.errorUpdateCount === 0) return <Skeleton label={t('ptz.loading')} rows={3} />;
  const fault = can.error === null ? null : problemText(problemOf(can.error));
  return (
    <RailSection title={t('ptz.title')}>
      <Notice
        tone="error"
        title={t('ptz.failed')}
        actions={<Button onClick={() => void can.refetch()}>{t('ptz.again')}</Button>}
      >
        {/* It stays while it is asked again: what is below must not jump under a finger. */}
        {fault === null ? t('ptz.loading') : `${fault.what} ${fault.todo}`}
      </Notice>
    </RailSection>
  );
}

function SteerSection({ helm }: { readonly helm: Helm }) {
  const [keysOpen, setKeysOpen] = useState(false);
  const { can } = helm;
  const turns = directionsOf(can).length > 0;
  return (
    <RailSection
      title={t('ptz.title')}
      actions={
        <IconButton icon={Keyboard} label={t('ptz.keys.open')} onClick={() => setKeysOpen(true)} />
      }
    >
      <UnconfirmedStop helm={helm} />
      <WhoSteers cameraId={helm.cameraId} />
      {turns && <SteerPad helm={helm} />}
      {turns && !glides(can) && (
        <p className="text-center text-xs text-text-2">{t('ptz.steps.why')}</p>
      )}
      {can.speed && can.moves.length > 0 && <SpeedSlider />}
      <AxisRow helm={helm} axis="zoom" />
      <AxisRow helm={helm} axis="focus" />
      <AxisRow helm={helm} axis="iris" />
      <div className="flex flex-wrap gap-2 empty:hidden">
        <AutofocusMenu helm={helm} />
        {can.home && !turns && (
          <Button onClick={() => void helm.act({ kind: 'home' })}>{t('ptz.home')}</Button>
        )}
        {can.saveHome && <SaveHome helm={helm} />}
      </div>
      <SteeringNotices helm={helm} />
      {keysOpen && <SteerKeysDialog onClose={() => setKeysOpen(false)} />}
    </RailSection>
  );
}
