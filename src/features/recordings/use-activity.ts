import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { CameraView } from '../../api/camera.ts';
import type { CameraSpans } from '../../api/recordings.ts';
import { type EventPage, eventMarksQuery } from '../../device-access/event-queries.ts';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { recordedSpansQuery } from '../../device-access/recording-queries.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClockStep } from '../../playback/recorded/use-clock.ts';
import { blocksOf } from './lanes.ts';
import { type Activity, busyStretches, hasteOf } from './quiet-stretches.ts';

const hourMs = 60 * 60_000;

/**
 * Has a clock hurry through what is quiet, for as long as that is wanted: reads what happened in the
 * hour that is played and in the next.
 * @returns null where it is not wanted, or not known of every camera
 */
export function useActivity(
  cameras: readonly CameraView[],
  clock: MasterClock,
  wanted: boolean,
): Activity | null {
  const hourBeganMs = useClockStep(clock, hourMs);
  const hours = useMemo(() => [hourBeganMs, hourBeganMs + hourMs], [hourBeganMs]);
  const cameraIds = useMemo(() => cameras.map(({ id }) => id), [cameras]);
  const pages = useQueries({
    queries: wanted ? hours.map((ms) => eventMarksQuery(cameraIds, ms, ms + hourMs)) : [],
    combine: (results) => results.map(({ data }) => data),
  });
  const devices = useMemo(() => byDevice(cameras), [cameras]);
  const blocks = blocksOf(hourBeganMs, hourBeganMs + 2 * hourMs).join(' ');
  const spans = useQueries({
    queries: wanted
      ? blocks
          .split(' ')
          .flatMap((block) =>
            devices.map((ids) => recordedSpansQuery(ids, Number(block), proxyNowMs())),
          )
      : [],
    combine: (results) => results.map(({ data }) => data),
  });
  const activity = useMemo(
    () => (wanted ? activityOf(hourBeganMs, pages, spans) : null),
    [wanted, hourBeganMs, pages, spans],
  );
  useEffect(() => {
    clock.hurry(wanted ? (atMs, rate) => hasteOf(activity, atMs, rate) : null);
    return () => clock.hurry(null);
  }, [clock, wanted, activity]);
  return activity;
}

function byDevice(cameras: readonly CameraView[]): string[][] {
  const devices = [...new Set(cameras.map(({ deviceId }) => deviceId))];
  return devices.map((device) =>
    cameras.filter(({ deviceId }) => deviceId === device).map(({ id }) => id),
  );
}

/** @param pages of the hours one after the other; undefined while they are not there */
function activityOf(
  fromMs: number,
  pages: readonly (EventPage | undefined)[],
  spans: readonly (readonly CameraSpans[] | undefined)[],
): Activity | null {
  const [first, second] = pages;
  if (!first) return null;
  const told = spans.flatMap((each) => each ?? []);
  const isMissing = spans.some((each) => each === undefined);
  if (isMissing || told.some(({ found }) => found.state === 'failed')) return null;
  const toldToMs = new Map<string, number>();
  for (const { cameraId, found } of told) {
    const knownToMs = found.state === 'listed' ? found.knownToMs : Number.POSITIVE_INFINITY;
    toldToMs.set(cameraId, Math.max(knownToMs, toldToMs.get(cameraId) ?? 0));
  }
  const events = [...first.events, ...(second?.events ?? [])];
  // Only the newest are read: before the first of them nobody knows what happened.
  const isFirstKnown = !first.more;
  const knownFromMs = isFirstKnown ? fromMs : Math.min(...first.events.map(({ atMs }) => atMs));
  const isSecondKnown = second !== undefined && !second.more;
  const knownToMs = isSecondKnown ? fromMs + 2 * hourMs : fromMs + hourMs;
  return {
    busy: busyStretches(
      told.flatMap(({ found }) => spansOf(found)),
      events.map(({ atMs }) => atMs),
    ),
    known: { fromMs: knownFromMs, toMs: Math.min(knownToMs, proxyNowMs(), ...toldToMs.values()) },
  };
}

function spansOf(found: CameraSpans['found']) {
  return found.state === 'listed' ? found.spans : [];
}
