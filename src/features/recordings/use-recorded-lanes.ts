import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { CameraSpans } from '../../api/recordings.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedSpansQuery, spanBlockMs } from '../../device-access/recording-queries.ts';
import { type AskedBlock, blocksOf, type Lane, lanesOf, type Spans, unionOf } from './lanes.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface RecordedLanes {
  readonly lanes: readonly Lane[];
  readonly union: Spans;
  /** What the proxy said last of each camera, for its zone, its clock and its problem. */
  readonly told: ReadonlyMap<string, CameraSpans>;
  readonly retry: () => void;
}

/** What the cameras recorded in the time that is seen, asked for as it comes into view. */
export function useRecordedLanes(
  cameraIds: readonly string[],
  timeline: TimelineStore,
): RecordedLanes {
  const key = useStore(timeline, ({ view }) => blocksOf(view.fromMs, view.toMs).join(' '));
  const blocks = useMemo(() => {
    const nowMs = proxyNowMs();
    return key
      .split(' ')
      .map(Number)
      .filter((block) => block * spanBlockMs <= nowMs);
  }, [key]);
  const asked = useQueries({
    queries: blocks.map((block) => ({
      ...recordedSpansQuery(cameraIds, block, proxyNowMs()),
      enabled: cameraIds.length > 0,
    })),
    combine: (results) => results.map(({ data, isError, refetch }) => ({ data, isError, refetch })),
  });
  return useMemo(() => {
    const found: AskedBlock[] = asked.map(({ data, isError }, at) => ({
      block: blocks[at] ?? 0,
      cameras: data,
      failed: isError,
    }));
    const lanes = lanesOf(cameraIds, found);
    const told = new Map(
      found.flatMap(({ cameras = [] }) =>
        cameras.map((camera) => [camera.cameraId, camera] as const),
      ),
    );
    const retry = () => {
      for (const { refetch } of asked) void refetch();
    };
    return { lanes, union: unionOf(lanes), told, retry };
  }, [asked, blocks, cameraIds]);
}
