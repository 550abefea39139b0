import type { AlarmView } from '../../api/alarms.ts';
import type { HandoverNote, ShiftReport } from '../../api/shift-report.ts';
import { alarmPriorities } from '../../domain/alarm.ts';

/** What the report needs to know of an alarm. */
export type ReportedAlarm = Pick<
  AlarmView,
  | 'id'
  | 'ruleId'
  | 'ruleName'
  | 'topic'
  | 'priority'
  | 'cameraId'
  | 'cameraName'
  | 'deviceId'
  | 'deviceName'
  | 'active'
  | 'returnedAtMs'
  | 'acknowledged'
  | 'closed'
> & {
  /** When people were told of it: an event that comes late is older. */
  readonly raisedAtMs: number;
  /** Since when it wants somebody: raised, or come back after it had passed. */
  readonly wantedSinceMs: number;
};

export interface TimeRange {
  readonly fromMs: number;
  /** No longer belongs to it. */
  readonly toMs: number;
}

export interface ReportMatter extends TimeRange {
  /** All that were raised in the time, and those from before it that were not closed at its end. */
  readonly alarms: readonly ReportedAlarm[];
  /** In order, none in another; `toMs` is null for one that lasts. */
  readonly floods: readonly { readonly fromMs: number; readonly toMs: number | null }[];
  readonly notes: readonly HandoverNote[];
}

const stepMs = 10 * 60_000;
const dayMs = 24 * 60 * 60_000;
const mostSources = 10;

/**
 * The numbers of a shift as they stood at its end, so that a shift that is over has the same ones
 * tomorrow. Times are instants: a day of 25 hours has 150 times ten minutes.
 */
export function shiftReport({ fromMs, toMs, alarms, floods, notes }: ReportMatter): ShiftReport {
  const raised = alarms.filter(({ raisedAtMs }) => raisedAtMs >= fromMs && raisedAtMs < toMs);
  const waitsMs = raised.flatMap((alarm) => {
    const { acknowledged, wantedSinceMs } = alarm;
    return acknowledged && acknowledged.atMs < toMs
      ? [Math.max(0, acknowledged.atMs - wantedSinceMs)]
      : [];
  });
  const open = alarms.filter(
    ({ raisedAtMs, closed }) => raisedAtMs < toMs && (closed === null || closed.atMs >= toMs),
  );
  return {
    fromMs,
    toMs,
    alarms: raised.length,
    byPriority: alarmPriorities.map((priority) => ({
      priority,
      alarms: raised.filter((alarm) => alarm.priority === priority).length,
    })),
    perTenMinutes: perTenMinutes({ fromMs, toMs }, raised),
    floodMs: floods.reduce((sum, flood) => {
      const begin = Math.max(flood.fromMs, fromMs);
      const end = Math.min(flood.toMs ?? toMs, toMs);
      return sum + Math.max(0, end - begin);
    }, 0),
    meanAcknowledgeMs:
      waitsMs.length === 0
        ? null
        : Math.round(waitsMs.reduce((sum, one) => sum + one, 0) / waitsMs.length),
    unacknowledged: open.filter(({ acknowledged }) => !acknowledged || acknowledged.atMs >= toMs)
      .length,
    stale: open.filter((alarm) => isActiveAt(alarm, toMs) && toMs - alarm.wantedSinceMs > dayMs)
      .length,
    sources: sourcesOf(raised),
    notes: [...notes],
  };
}

function isActiveAt({ active, returnedAtMs }: ReportedAlarm, atMs: number): boolean {
  return active || (returnedAtMs !== null && returnedAtMs >= atMs);
}

function perTenMinutes({ fromMs, toMs }: TimeRange, raised: readonly ReportedAlarm[]) {
  const steps = Array.from({ length: Math.ceil((toMs - fromMs) / stepMs) }, (_, index) => ({
    fromMs: fromMs + index * stepMs,
    alarms: 0,
  }));
  for (const { raisedAtMs } of raised) {
    const step = steps[Math.floor((raisedAtMs - fromMs) / stepMs)];
    if (step) step.alarms += 1;
  }
  return steps;
}

/** Who raised most, by camera and rule; an alarm of a whole device counts for the device. */
function sourcesOf(raised: readonly ReportedAlarm[]): ShiftReport['sources'] {
  const sources = new Map<string, ShiftReport['sources'][number]>();
  for (const alarm of raised) {
    const { cameraId, cameraName, deviceId, deviceName, ruleId, ruleName } = alarm;
    const key = `${cameraId ?? ''} ${deviceId ?? ''} ${ruleId}`;
    const name = cameraId === null ? deviceName : cameraName;
    const source = sources.get(key) ?? { cameraId, name, ruleId, ruleName, alarms: 0 };
    source.alarms += 1;
    // What it was called last is what people know it by.
    source.name = name;
    sources.set(key, source);
  }
  return [...sources.values()]
    .sort((one, other) => other.alarms - one.alarms || (one.name < other.name ? -1 : 1))
    .slice(0, mostSources);
}
