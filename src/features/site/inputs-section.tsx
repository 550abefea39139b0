import type { CameraView } from '../../api/camera.ts';
import { useCameraZone } from '../../device-access/use-camera-zone.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { RailSection } from '../../ui/rail-section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { InputRow } from './input-row.tsx';
import { UnknownNote } from './unknown-note.tsx';
import { useInputs } from './use-inputs.ts';

/** Door contacts, buttons: what a camera feels, at this moment. */
export function InputsSection({ camera }: { readonly camera: CameraView }) {
  const seen = useInputs(camera.id);
  const zone = useCameraZone(camera);
  const nowMs = useProxyNow();
  return (
    <RailSection title={t('site.inputs')}>
      {seen === null && <Skeleton label={t('site.inputs.loading')} rows={1} />}
      {seen?.problem && <UnknownNote problem={seen.problem} />}
      {seen !== null && seen.inputs.length > 0 && (
        <ul className="flex flex-col gap-1">
          {seen.inputs.map((input, index) => (
            <InputRow key={input.id} input={input} number={index + 1} nowMs={nowMs} zone={zone} />
          ))}
        </ul>
      )}
      {seen !== null && seen.problem === undefined && seen.inputs.length === 0 && (
        <p className="text-text-3">{t('site.inputs.none')}</p>
      )}
    </RailSection>
  );
}
