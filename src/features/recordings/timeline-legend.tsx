import type { ReactElement, ReactNode } from 'react';
import { recordingKinds } from '../../domain/recording.ts';
import { t } from '../../messages/t.ts';
import { kindLook, laneColours } from './lane-look.ts';
import { markShapes, pathOfShape } from './mark-shapes.ts';
import { timelineColours } from './timeline-colours.ts';

const grounds = ['empty', 'loading', 'failed', 'not-told'] as const;
/** Of a sample of a lane, px. */
const [wide, high] = [26, 14];

/** What is drawn on the timeline, beside what it means. */
export function TimelineLegend(): ReactElement {
  return (
    <ul
      aria-label={t('recordings.legend')}
      className="flex flex-wrap gap-x-4 gap-y-1 px-3 py-1 text-text-2 text-xs"
    >
      {recordingKinds.map((kind) => {
        const { colour, from, to } = kindLook[kind];
        return (
          <Entry key={kind} words={t(`recordings.legend.${kind}`)}>
            <rect width={wide} height={high} fill={laneColours.ground} />
            <rect y={from * high} width={wide} height={(to - from) * high} fill={colour} />
          </Entry>
        );
      })}
      {grounds.map((ground) => (
        <Entry key={ground} words={t(`recordings.legend.${ground}`)}>
          <Ground of={ground} />
        </Entry>
      ))}
      {markShapes.map((shape) => (
        <Entry key={shape} words={t(`recordings.legend.mark.${shape}`)}>
          <rect width={wide} height={high} fill={timelineColours.canvas} />
          <path
            d={pathOfShape[shape]}
            fill={timelineColours.day}
            transform={`translate(${wide / 2} ${high / 2})`}
          />
        </Entry>
      ))}
    </ul>
  );
}

function Entry({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <li className="flex items-center gap-1.5 whitespace-nowrap">
      <svg
        aria-hidden
        width={wide}
        height={high}
        className="shrink-0 overflow-hidden rounded-xs border border-line"
      >
        {children}
      </svg>
      {words}
    </li>
  );
}

const strokes = [-8, 0, 8, 16, 24] as const;
const stripes = [0, 6, 12, 18, 24] as const;

function Ground({ of }: { readonly of: (typeof grounds)[number] }): ReactElement {
  const fill = of === 'loading' ? laneColours.unknown : laneColours.ground;
  return (
    <>
      <rect width={wide} height={high} fill={fill} />
      {of === 'failed' &&
        strokes.map((x) => (
          <line key={x} x1={x} y1={high} x2={x + high} y2={0} stroke={laneColours.lines} />
        ))}
      {of === 'not-told' &&
        stripes.map((x) => (
          <rect key={x} x={x} width={3} height={high} fill={laneColours.lines} opacity={0.6} />
        ))}
    </>
  );
}
