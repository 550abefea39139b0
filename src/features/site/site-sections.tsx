import type { CameraView } from '../../api/camera.ts';
import { useMay } from '../../device-access/use-session.ts';
import { ArmingSection } from './arming-section.tsx';
import { InputsSection } from './inputs-section.tsx';
import { OutputsSection } from './outputs-section.tsx';
import { PictureSection } from './picture-section.tsx';

/** What a camera switches, feels and watches for, and how its picture is set: what there is of it. */
export function SiteSections({ camera }: { readonly camera: CameraView }) {
  const controls = useMay('control');
  const { offers } = camera;
  return (
    <>
      {controls && offers.outputs && <OutputsSection camera={camera} />}
      {offers.inputs && <InputsSection camera={camera} />}
      {controls && offers.arming && <ArmingSection camera={camera} />}
      {camera.hasPictureSettings && (
        <PictureSection cameraId={camera.id} changes={controls && offers.pictureChange} />
      )}
    </>
  );
}
