import { Circle, CircleDot, CircleHelp } from 'lucide-react';
import type { CameraView } from '../../api/camera.ts';
import type { OutputView } from '../../api/site-control.ts';
import { useCameraZone } from '../../device-access/use-camera-zone.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { t } from '../../messages/t.ts';
import { momentText } from './moment-text.ts';

const icons = { on: CircleDot, off: Circle, unknown: CircleHelp } as const;

export interface OutputFactsProps {
  readonly output: OutputView;
  readonly camera: CameraView;
}

/** What the device says of an output, apart from what we told it last: they need not agree. */
export function OutputFacts({ output: { state, lastCommand }, camera }: OutputFactsProps) {
  const zone = useCameraZone(camera);
  const nowMs = useProxyNow();
  const Icon = icons[state];
  return (
    <div className="flex flex-col gap-0.5 text-xs text-text-2">
      <p className="flex items-center gap-1.5">
        <Icon aria-hidden className="size-3.5 shrink-0" />
        {t(`site.output.state.${state}`)}
      </p>
      <p className="wrap-anywhere">
        {lastCommand === undefined
          ? t('site.output.last.none')
          : t('site.output.last', {
              on: lastCommand.on ? 'yes' : 'no',
              name: lastCommand.by,
              time: momentText(lastCommand.atMs, nowMs, zone),
            })}
      </p>
    </div>
  );
}
