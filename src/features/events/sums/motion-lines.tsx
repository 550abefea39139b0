import { Activity } from 'lucide-react';
import type { ReactElement } from 'react';
import { clockInZone } from '../../../domain/zone-time.ts';
import { t } from '../../../messages/t.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useOpenEvent } from '../panel/open-event.ts';
import { useZones } from '../use-zones.ts';
import { type MotionLine, MotionTrace, slotCount, slotMs, traceMs } from './motion-trace.ts';
import { SparkLine } from './spark-line.tsx';
import { SumSection } from './sum-section.tsx';
import { type SumKind, useSum } from './use-sum.ts';

const motionSum: SumKind<MotionLine> = {
  topic: 'motion',
  spanMs: traceMs,
  make: () => new MotionTrace(),
};

export interface MotionLinesProps {
  /** Empty is all. */
  readonly cameraIds: readonly string[];
  readonly alone: boolean;
}

/** One line for each camera that moved in the last ten minutes; a row for each report says less. */
export function MotionLines({ cameraIds, alone }: MotionLinesProps): ReactElement {
  const summed = useSum(motionSum);
  const { lines, nowMs, knownFromMs, isHearing } = summed;
  const isKnown = isHearing && knownFromMs !== null;
  const shown = lines.filter(
    ({ cameraId }) => cameraIds.length === 0 || cameraIds.includes(cameraId),
  );
  const beginsMs = nowMs - traceMs;
  const unknownMs = knownFromMs === null ? traceMs : Math.max(0, knownFromMs - beginsMs);
  return (
    <SumSection
      title={t('events.motion.title')}
      summed={summed}
      empty={t('events.motion.nothing')}
      count={shown.length}
      closed={
        isKnown
          ? t('events.motion.closed', {
              moving: shown.filter(({ movingSinceMs }) => movingSinceMs !== null).length,
            })
          : t('events.motion.unknown')
      }
      alone={alone}
    >
      {shown.map((line) => (
        <Line
          key={line.cameraId}
          // Nobody would hear that it has stopped.
          line={isHearing ? line : { ...line, movingSinceMs: null }}
          unknown={Math.min(slotCount, Math.floor(unknownMs / slotMs))}
        />
      ))}
    </SumSection>
  );
}

function Line({ line, unknown }: { readonly line: MotionLine; readonly unknown: number }) {
  const zones = useZones();
  const { openId, open } = useOpenEvent();
  const { cameraName: camera, movingSinceMs, times, levels, latest } = line;
  const said =
    movingSinceMs === null
      ? t('events.motion.times', { times })
      : t('events.motion.moving', {
          time: clockInZone(movingSinceMs, zones.ofDevice(latest.deviceId)).slice(0, 5),
          times,
        });
  return (
    <li>
      <button
        type="button"
        data-row={latest.id}
        aria-current={openId === latest.id || undefined}
        onClick={() => open(latest, [latest.id])}
        className="grid min-h-8 w-full grid-cols-[minmax(5rem,8rem)_1fr] items-center gap-x-3 rounded-control px-1 text-start hover:bg-hover pointer-coarse:min-h-11"
      >
        <bdi className="flex min-w-0 items-center gap-1 text-sm">
          {movingSinceMs !== null && (
            <Activity aria-hidden className="size-3.5 shrink-0" strokeWidth={2.5} />
          )}
          <span className={classNames('truncate', movingSinceMs !== null && 'font-semibold')}>
            {camera}
          </span>
        </bdi>
        <span className="flex min-w-0 flex-col">
          <SparkLine levels={levels} unknown={unknown} />
          <span className="text-xs text-text-2">{said}</span>
        </span>
      </button>
    </li>
  );
}
