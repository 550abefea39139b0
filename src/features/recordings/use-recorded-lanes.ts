import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../../api/camera.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedSpansQuery, spanBlockMs } from '../../device-access/recording-queries.ts';
import type { Spans, ToldCamera } from '../../device-access/span-columns.ts';
import { type AskedBlock, blocksOf, type Lane, LaneShelf } from './lanes.ts';
import type { TimelineStore } from './timeline-store.ts';

export interface RecordedLanes {
  readonly lanes: readonly Lane[];
  readonly union: Spans;
  /** What the proxy said last of each camera. */
  readonly told: ReadonlyMap<string, ToldCamera>;
  readonly retry: () => void;
}

/** What the cameras recorded in the time that is seen, asked for as it comes into view. */
export function useRecordedLanes(
  cameras: readonly CameraView[],
  timeline: TimelineStore,
): RecordedLanes {
  const key = useStore(timeline, ({ view }) => blocksOf(view.fromMs, view.toMs).join(' '));
  const [shelf] = useState(() => new LaneShelf());
  const questions = useMemo(() => questionsOf(cameras, key.split(' ').map(Number)), [cameras, key]);
  const asked = useQueries({
    queries: questions.map(({ cameraIds, block }) =>
      recordedSpansQuery(cameraIds, block, proxyNowMs()),
    ),
    combine: (results) => results.map(({ data, isError, refetch }) => ({ data, isError, refetch })),
  });
  return useMemo(() => {
    const found: AskedBlock[] = questions.map((question, at) => ({
      ...question,
      cameras: asked[at]?.data,
      failed: asked[at]?.isError ?? false,
    }));
    const lanes = shelf.lanes(
      cameras.map(({ id }) => id),
      found,
    );
    const told = new Map(
      found.flatMap((each) =>
        (each.cameras ?? []).map((camera) => [camera.cameraId, camera] as const),
      ),
    );
    const retry = () => {
      for (const { isError, data, refetch } of asked) {
        const failed = isError || data?.some((camera) => camera.found.state === 'failed');
        if (failed) void refetch();
      }
    };
    return { lanes, union: shelf.union(found), told, retry };
  }, [asked, questions, cameras, shelf]);
}

/** Each device by itself, so that a slow one holds up no other. */
function questionsOf(cameras: readonly CameraView[], blocks: readonly number[]) {
  const nowMs = proxyNowMs();
  const devices = [...new Set(cameras.map(({ deviceId }) => deviceId))];
  return blocks
    .filter((block) => block * spanBlockMs <= nowMs)
    .flatMap((block) =>
      devices.map((device) => {
        const own = cameras.filter(({ deviceId }) => deviceId === device);
        // In an order of their own: when two lanes change places nothing is asked anew.
        return { block, cameraIds: own.map(({ id }) => id).sort() };
      }),
    );
}
