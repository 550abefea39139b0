import type { EventView } from '../../../api/events.ts';

export const traceMs = 600_000;
export const slotMs = 5000;
export const slotCount = traceMs / slotMs;
/** Stands for a motion of which the device tells no level. */
const levelUntold = 50;
/** More in ten minutes are only counted. */
const mostIncidents = 500;

export interface MotionLine {
  readonly cameraId: string;
  readonly cameraName: string;
  /** Null while nothing moves. */
  readonly movingSinceMs: number | null;
  readonly times: number;
  /** Percent of the area, oldest first, one for each slot; 0 where nothing moved. */
  readonly levels: readonly number[];
  readonly latest: EventView;
}

interface Incident {
  /** Of its last report. */
  number: number;
  /** One camera may tell of several parts of its picture. */
  area: string;
  fromMs: number;
  /** Null while it goes on. */
  toMs: number | null;
  level: number;
}

class CameraTrace {
  readonly incidents = new Map<string, Incident>();
  readonly levels = new Map<number, number>();
  latest: EventView;

  constructor(event: EventView) {
    this.latest = event;
  }

  fill(fromMs: number, toMs: number, level: number): void {
    for (let slot = slotOf(fromMs); slot <= slotOf(toMs); slot += 1) {
      this.levels.set(slot, Math.max(level, this.levels.get(slot) ?? 0));
    }
  }

  /** A report without an incident of its own that nothing moves any more. */
  end(atMs: number, area: string): void {
    for (const incident of this.incidents.values()) {
      if (incident.toMs !== null || incident.area !== area || incident.fromMs > atMs) continue;
      incident.toMs = Math.max(incident.fromMs, atMs);
      this.fill(incident.fromMs, incident.toMs, incident.level);
    }
  }

  forget(beforeMs: number): void {
    for (const [id, { toMs }] of this.incidents) {
      const isOver = toMs !== null && toMs < beforeMs;
      if (isOver || this.incidents.size > mostIncidents) this.incidents.delete(id);
    }
    for (const slot of this.levels.keys()) {
      if (slot < slotOf(beforeMs)) this.levels.delete(slot);
    }
  }
}

/** What moved before which camera in the last ten minutes, from reports in any number. */
export class MotionTrace {
  private readonly cameras = new Map<string, CameraTrace>();

  /** @param nowMs by the clock of the events */
  hear(events: readonly EventView[], nowMs: number): void {
    const beforeMs = nowMs - traceMs;
    for (const event of events.toSorted((one, other) => one.number - other.number)) {
      const { fact, cameraId, atMs, endMs } = event;
      if (fact.topic !== 'motion' || cameraId === null) continue;
      if ((endMs ?? atMs) < beforeMs && !fact.active) continue;
      this.take(event, cameraId, beforeMs);
    }
    for (const [id, trace] of this.cameras) {
      trace.forget(beforeMs);
      if (trace.incidents.size === 0 && trace.levels.size === 0) this.cameras.delete(id);
    }
  }

  lines(nowMs: number): readonly MotionLine[] {
    const last = slotOf(nowMs);
    const lines: MotionLine[] = [];
    for (const [cameraId, { incidents, levels, latest }] of this.cameras) {
      const going = [...incidents.values()].filter(({ toMs }) => toMs === null);
      const shown = Array.from({ length: slotCount }, (_, index) => {
        const slot = last - slotCount + 1 + index;
        const now = going.filter(({ fromMs }) => slotOf(fromMs) <= slot);
        return Math.max(levels.get(slot) ?? 0, ...now.map(({ level }) => level));
      });
      if (incidents.size === 0) continue;
      lines.push({
        cameraId,
        cameraName: latest.cameraName,
        movingSinceMs: going.length === 0 ? null : Math.min(...going.map(({ fromMs }) => fromMs)),
        times: incidents.size,
        levels: shown,
        latest,
      });
    }
    return lines.sort((a, b) => a.cameraName.localeCompare(b.cameraName));
  }

  private take(event: EventView, cameraId: string, beforeMs: number): void {
    const { id, number, fact, atMs, endMs } = event;
    if (fact.topic !== 'motion') return;
    const trace = this.cameras.get(cameraId) ?? new CameraTrace(event);
    this.cameras.set(cameraId, trace);
    if (event.number >= trace.latest.number) trace.latest = event;
    const level = Math.min(100, Math.max(1, fact.level ?? levelUntold));
    const { area = '' } = fact;
    const known = trace.incidents.get(id);
    // What was read may be older than what was pushed meanwhile.
    if (known !== undefined && known.number > number) return;
    if (!fact.active && endMs === undefined && known === undefined) {
      trace.end(atMs, area);
      return;
    }
    const goesOn = fact.active && endMs === undefined;
    const fromMs = Math.min(atMs, known?.fromMs ?? atMs);
    const toMs = goesOn ? null : Math.max(endMs ?? atMs, fromMs);
    trace.incidents.set(id, { number, area, fromMs, toMs, level });
    trace.fill(Math.max(fromMs, beforeMs), toMs ?? fromMs, level);
  }
}

const slotOf = (atMs: number) => Math.floor(atMs / slotMs);
