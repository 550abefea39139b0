import type { CameraView } from '../../api/camera.ts';
import type { OutputView } from '../../api/site-control.ts';
import { useCameraZone } from '../../device-access/use-camera-zone.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { FactRows } from '../../ui/fact-rows.tsx';
import { momentText } from './moment-text.ts';

export interface OutputFactsProps {
  readonly output: OutputView;
  readonly camera: CameraView;
}

/** What the device says of an output, apart from what we told it last: they need not agree. */
export function OutputFacts({ output: { state, lastCommand }, camera }: OutputFactsProps) {
  const zone = useCameraZone(camera);
  const nowMs = useProxyNow();
  const last =
    lastCommand === undefined
      ? t('site.output.last.none')
      : t('site.output.last.value', {
          on: lastCommand.on ? 'yes' : 'no',
          name: lastCommand.by,
          time: momentText(lastCommand.atMs, nowMs, zone),
        });
  return (
    <FactRows
      facts={[
        { label: t('site.output.state'), value: t(`site.output.state.${state}`) },
        { label: t('site.output.last'), value: last },
      ]}
    />
  );
}
