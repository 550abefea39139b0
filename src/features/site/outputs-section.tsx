import { useQuery } from '@tanstack/react-query';
import type { CameraView } from '../../api/camera.ts';
import { outputsQuery } from '../../device-access/site-control.ts';
import { t } from '../../messages/t.ts';
import { RailSection } from '../../ui/rail-section.tsx';
import { DeviceAnswer } from './device-answer.tsx';
import { OutputRow } from './output-row.tsx';

/** Doors, lights, sirens: what hangs on a camera and can be switched. */
export function OutputsSection({ camera }: { readonly camera: CameraView }) {
  const query = useQuery(outputsQuery(camera.id));
  return (
    <RailSection title={t('site.outputs')}>
      <DeviceAnswer query={query} loading={t('site.outputs.loading')}>
        {(outputs) =>
          outputs.length === 0 ? (
            <p className="text-text-3">{t('site.outputs.none')}</p>
          ) : (
            <>
              <p className="text-xs text-text-3">{t('site.outputs.hold')}</p>
              <ul className="flex flex-col gap-2">
                {outputs.map((output, index) => (
                  <OutputRow
                    key={output.id}
                    camera={camera}
                    output={output}
                    number={numberOfKind(outputs, index)}
                  />
                ))}
              </ul>
            </>
          )
        }
      </DeviceAnswer>
    </RailSection>
  );
}

/** The how manieth of its kind it is, for those that have no name. */
function numberOfKind(outputs: readonly { readonly kind: string }[], index: number): number {
  const kind = outputs[index]?.kind;
  return outputs.slice(0, index + 1).filter((output) => output.kind === kind).length;
}
