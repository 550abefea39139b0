import type { ReactElement, ReactNode } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { AlarmChip } from './alarm-chip.tsx';
import { Spotlight } from './spotlight.tsx';
import type { WallAlarmView } from './wall-alarms.ts';
import './wall-alarms.css';

export interface AlarmStageProps {
  readonly alarms: WallAlarmView;
  /** Whether what is shown stands large beside the wall; else a tile shows it. */
  readonly large: boolean;
  readonly cameras: readonly CameraView[];
  /** Absent where nobody sits. */
  readonly onOpenAlarm?: ((alarmId: string) => void) | undefined;
  readonly onDismiss?: ((alarmId: string) => void) | undefined;
  /** The wall. */
  readonly children: ReactNode;
}

/** A wall with what alarms put beside it. The wall itself stays mounted, so that its streams go on. */
export function AlarmStage(props: AlarmStageProps): ReactElement {
  const { alarms, large, cameras, onOpenAlarm, onDismiss, children } = props;
  const { shown, waiting, elsewhere } = alarms;
  const camera = large ? cameras.find(({ id }) => id === shown?.cameraId) : undefined;
  const [first] = elsewhere;
  return (
    <div className="wall-stage">
      <div className="wall-stage-parts" data-spotlight={camera !== undefined}>
        {shown !== null && camera !== undefined && (
          <Spotlight
            alarm={shown.alarm}
            camera={camera}
            onOpen={onOpenAlarm}
            onDismiss={onDismiss}
          />
        )}
        <div className="wall-stage-wall">{children}</div>
      </div>
      <div className="wall-stage-chips">
        {waiting !== null && <AlarmChip alarm={waiting} why="waiting" onOpen={onOpenAlarm} />}
        {first !== undefined && first.id !== waiting?.id && (
          <AlarmChip
            alarm={first}
            why="elsewhere"
            more={elsewhere.length - 1}
            onOpen={onOpenAlarm}
          />
        )}
      </div>
    </div>
  );
}
