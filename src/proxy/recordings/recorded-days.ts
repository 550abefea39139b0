import type { RecordedDays } from '../../api/recordings.ts';
import type { CalendarDay, TimeRange } from '../../domain/recording.ts';
import { zoneText } from '../../domain/zone-text.ts';
import { isoInZone } from '../../domain/zone-time.ts';
import type { FoundCamera } from '../registry/camera-directory.ts';
import { deviceErrorOf, deviceProblem } from '../registry/device-error-of.ts';
import type { ListedSpans } from './listed-spans.ts';
import { type Recorder, recorderOf, toDeviceMs, toDeviceRange } from './recorder.ts';

const dayMs = 24 * 60 * 60_000;

interface Group {
  readonly device: FoundCamera['device'];
  readonly cameras: readonly FoundCamera[];
}

interface Dependencies {
  readonly siteZone: string;
  readonly spans: ListedSpans;
  readonly now: () => number;
}

/** Of one device; its failure stands in the place of its days. */
export async function recordedDaysOf(
  group: Group,
  range: TimeRange,
  dependencies: Dependencies,
): Promise<RecordedDays['devices'][number]> {
  const cameraIds = group.cameras.map(({ camera }) => camera.row.id);
  try {
    const recorder = recorderOf(group, dependencies.siteZone);
    const channels = group.cameras.map(({ camera }) => camera.row.channel);
    const days = await listDays(recorder, channels, range, dependencies);
    return { cameraIds, zone: recorder.zoneName, found: { state: 'listed', days } };
  } catch (failure) {
    const error = deviceErrorOf(failure);
    const isOffered = error.reason !== 'not-supported';
    return {
      cameraIds,
      zone: zoneText(group.device.status.identity?.zone) ?? dependencies.siteZone,
      found: isOffered
        ? { state: 'failed', problem: deviceProblem(error) }
        : { state: 'not-offered' },
    };
  }
}

async function listDays(
  recorder: Recorder,
  channels: readonly string[],
  range: TimeRange,
  { spans, now }: Dependencies,
): Promise<string[]> {
  const { operations, connection, zone } = recorder;
  const asked = toDeviceRange(recorder, range);
  if (operations.listRecordedDays) {
    const days = await operations.listRecordedDays(connection, channels, asked, zone);
    return days.map(dayText);
  }
  const found = await spans.list(recorder, channels, asked, toDeviceMs(recorder, now()));
  const days = [...found.values()].flatMap(({ spans: each }) =>
    each.flatMap((span) => daysBetween(span, recorder.zoneName)),
  );
  return [...new Set(days)].sort();
}

function daysBetween({ fromMs, toMs }: TimeRange, zone: string): string[] {
  const days = [toMs - 1];
  for (let atMs = fromMs; atMs < toMs; atMs += dayMs) days.push(atMs);
  return days.map((atMs) => isoInZone(atMs, zone).slice(0, 10));
}

function dayText({ year, month, day }: CalendarDay): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}`;
}
