import '../../messages/use-recordings.ts';

import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useState } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { useCameraZone } from '../../device-access/use-camera-zone.ts';
import { t } from '../../messages/t.ts';
import type { PictureBox } from '../place-box.ts';
import { ClipBoxes } from './clip-boxes.tsx';
import { ClipControls } from './clip-controls.tsx';
import { MasterClock } from './master-clock.ts';
import { PastLabel } from './past-label.tsx';
import { RecordedWords } from './recorded-words.tsx';
import { useRecordedPlayer } from './use-recorded-player.ts';

interface ClipStageProps {
  readonly cameraId: string;
  readonly atMs: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly name: string;
  readonly boxes: readonly PictureBox[];
}

export default function ClipStage(props: ClipStageProps): ReactElement {
  const { cameraId, atMs, fromMs, toMs, name, boxes } = props;
  const [clock] = useState(
    () => new MasterClock(fromMs, { fromMs, toMs, latestMs: () => Math.max(fromMs, proxyNowMs()) }),
  );
  const cameras = useQuery(camerasQuery());
  const camera = cameras.data?.find(({ id }) => id === cameraId);
  const zone = useCameraZone({ zone: camera?.zone });
  const { host, state, retry } = useRecordedPlayer(cameraId, clock);
  useEffect(() => {
    clock.play();
    return clock.run();
  }, [clock]);
  return (
    <section
      aria-label={t('recorded.group', { camera: name })}
      className="@container flex w-full flex-col border-2 border-past bg-panel"
    >
      <div className="relative aspect-video w-full overflow-hidden bg-letterbox">
        <div ref={host} className="absolute inset-0" />
        {boxes.length > 0 && state.kind === 'shown' && (
          <ClipBoxes boxes={boxes} atMs={atMs} clock={clock} host={host} camera={camera} />
        )}
        <RecordedWords state={state} zone={zone} onRetry={retry} />
        <PastLabel clock={clock} zone={zone} />
      </div>
      <ClipControls clock={clock} atMs={atMs} fromMs={fromMs} toMs={toMs} zone={zone} />
    </section>
  );
}
