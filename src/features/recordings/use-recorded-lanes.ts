import { useQueries } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedSpansQuery, spanBlockMs } from '../../device-access/recording-queries.ts';
import type { Spans } from '../../device-access/span-columns.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { type AskedBlock, type Lane, LaneShelf } from './lanes.ts';
import type { TimelineStore } from './timeline-store.ts';
import { useHeldBlocks } from './use-held-blocks.ts';

export type Lacks = ReadonlyMap<string, 'failed' | 'not-offered'>;

export interface RecordedLanes {
  readonly lanes: readonly Lane[];
  readonly union: Spans;
  /** Cameras of which there is nothing to draw, and why; the same as long as nothing of it changes. */
  readonly lacks: Lacks;
  readonly retry: () => void;
}

/** What the cameras recorded in the time that is seen, asked for as it comes into view. */
export function useRecordedLanes(
  cameras: readonly CameraView[],
  timeline: TimelineStore,
): RecordedLanes {
  const blocks = useHeldBlocks(timeline);
  const [shelf] = useState(() => new LaneShelf());
  // A page that stays open comes into a block that nobody could be asked for before.
  const newest = Math.floor(useProxyNow() / spanBlockMs);
  const questions = useMemo(() => questionsOf(cameras, blocks, newest), [cameras, blocks, newest]);
  const asked = useQueries({
    queries: questions.map(({ cameraIds, block }) =>
      recordedSpansQuery(cameraIds, block, proxyNowMs()),
    ),
    combine: (results) => results.map(({ data, isError, refetch }) => ({ data, isError, refetch })),
  });
  const made = useMemo(() => {
    const found: AskedBlock[] = questions.map((question, at) => ({
      ...question,
      cameras: asked[at]?.data,
      failed: asked[at]?.isError ?? false,
    }));
    const lanes = shelf.lanes(
      cameras.map(({ id }) => id),
      found,
    );
    const retry = () => {
      for (const { isError, data, refetch } of asked) {
        const failed = isError || data?.some((camera) => camera.found.state === 'failed');
        if (failed) void refetch();
      }
    };
    return { lanes, union: shelf.union(found), lacks: lacksOf(found), retry };
  }, [asked, questions, cameras, shelf]);
  const key = JSON.stringify([...made.lacks]);
  const lacks = useMemo(
    () => new Map(JSON.parse(key) as [string, 'failed' | 'not-offered'][]),
    [key],
  );
  const again = useRef(made.retry);
  useEffect(() => {
    again.current = made.retry;
  });
  const retry = useCallback(() => again.current(), []);
  return { lanes: made.lanes, union: made.union, lacks, retry };
}

/** What was said last of each camera, where it was not a list of spans. */
function lacksOf(found: readonly AskedBlock[]): Lacks {
  const told = found.flatMap(({ cameras }) => cameras ?? []);
  const states = new Map(told.map(({ cameraId, found: { state } }) => [cameraId, state]));
  return new Map([...states].flatMap(([id, state]) => (state === 'listed' ? [] : [[id, state]])));
}

/** Each device by itself, so that a slow one holds up no other. */
function questionsOf(cameras: readonly CameraView[], blocks: readonly number[], newest: number) {
  const devices = [...new Set(cameras.map(({ deviceId }) => deviceId))];
  return blocks
    .filter((block) => block <= newest)
    .flatMap((block) =>
      devices.map((device) => {
        const own = cameras.filter(({ deviceId }) => deviceId === device);
        // In an order of their own: when two lanes change places nothing is asked anew.
        return { block, cameraIds: own.map(({ id }) => id).sort() };
      }),
    );
}
