import type { EventGap, EventView } from '../../api/events.ts';
import type { EventLine } from './event-lines.ts';
import { gapRuns } from './gap-runs.ts';

/** Many reports of the same, told in one line until somebody opens it. */
export interface EventGroup {
  readonly kind: 'group';
  readonly id: string;
  readonly number: number;
  /** The newest first. */
  readonly events: readonly EventView[];
  readonly open: boolean;
}

export type ShownLine =
  | Extract<EventLine, { kind: 'left-out' }>
  | (Extract<EventLine, { kind: 'gap' }> & {
      /** Of other devices at the same time. */
      readonly also?: readonly EventGap[];
    })
  | EventGroup
  | (Extract<EventLine, { kind: 'event' }> & {
      /** Faces of this person, which have no line of their own. */
      readonly faces?: readonly EventView[];
      /** One of an open group. */
      readonly nested?: boolean;
    });

/** Further apart than this they are not of one flood. */
const apartMs = 60_000;
/** So many of the same make a flood; a plate is the same vehicle from the second on. */
const fewest = 4;
const fewestOfPlate = 2;

interface Run {
  readonly key: string;
  readonly events: EventView[];
}

/**
 * Floods as one line each, in the place of their newest report; what others told meanwhile keeps its
 * own line. @param opened ids of events: a group that has one of them shows all of its own
 */
export function groupLines(
  lines: readonly EventLine[],
  opened: ReadonlySet<string>,
): readonly ShownLine[] {
  const faces = facesByPerson(lines);
  const grouped = runsOf(lines, faces.taken);
  const gaps = gapRuns(lines);
  const shown: ShownLine[] = [];
  for (const line of lines) {
    if (line.kind === 'gap') {
      const [first, ...also] = gaps.get(line.id) ?? [];
      if (first?.id === line.id) shown.push({ ...line, also });
      continue;
    }
    if (line.kind !== 'event') {
      shown.push(line);
      continue;
    }
    if (faces.taken.has(line.id)) continue;
    const run = grouped.get(line.id);
    if (run === undefined) {
      const own = faces.of.get(line.id);
      shown.push(own === undefined ? line : { ...line, faces: own });
    } else if (run.events[0]?.id === line.id) {
      shown.push(...groupOf(run.events, line.number, opened));
    }
  }
  return shown;
}

function groupOf(
  events: readonly EventView[],
  number: number,
  opened: ReadonlySet<string>,
): ShownLine[] {
  // By its oldest, so that it stays the same while it grows.
  const id = `group ${events.at(-1)?.id}`;
  const open = events.some((event) => opened.has(event.id));
  const group = { kind: 'group', id, number, events, open } as const;
  if (!open) return [group];
  return [
    group,
    ...events.map(
      (event) =>
        ({ kind: 'event', id: event.id, number: event.number, event, nested: true }) as const,
    ),
  ];
}

/** Every event that is of a flood, with its flood. */
function runsOf(lines: readonly EventLine[], faces: ReadonlySet<string>): ReadonlyMap<string, Run> {
  const last = new Map<string, Run>();
  const runs: Run[] = [];
  for (const line of lines) {
    if (line.kind !== 'event' || faces.has(line.id)) continue;
    const { event } = line;
    const key = floodKey(event);
    if (key === null) continue;
    const run = last.get(key);
    const before = run?.events.at(-1);
    if (run !== undefined && before !== undefined && before.atMs - event.atMs <= apartMs) {
      run.events.push(event);
      continue;
    }
    const begun = { key, events: [event] };
    last.set(key, begun);
    runs.push(begun);
  }
  const byEvent = new Map<string, Run>();
  for (const run of runs) {
    if (run.events.length < (run.key.startsWith('plate') ? fewestOfPlate : fewest)) continue;
    for (const { id } of run.events) byEvent.set(id, run);
  }
  return byEvent;
}

/** What two reports have in common that are told as one; null for what always has its own line. */
function floodKey({ fact, deviceId, cameraId, isSnapshot }: EventView): string | null {
  // How everything stands, told when listening begins.
  if (isSnapshot) return `snapshot ${deviceId} ${fact.topic}`;
  if (fact.topic === 'call') return null;
  if (fact.topic === 'system') {
    return fact.severity === 'serious' ? null : `system ${deviceId} ${fact.code}`;
  }
  if (fact.topic === 'plate') return fact.plate === '' ? null : `plate ${cameraId} ${fact.plate}`;
  return `${fact.topic} ${cameraId ?? deviceId}`;
}

/** Numbers of objects are used again; a face is of a person who was seen about then. */
function facesByPerson(lines: readonly EventLine[]) {
  const people = new Map<string, EventView>();
  for (const line of lines) {
    if (line.kind !== 'event' || line.event.fact.topic !== 'object') continue;
    const { fact } = line.event;
    if (fact.objectId === undefined || fact.parentId !== undefined) continue;
    const key = objectKey(line.event, fact.objectId);
    if (!people.has(key)) people.set(key, line.event);
  }
  const of = new Map<string, EventView[]>();
  const taken = new Set<string>();
  for (const line of lines) {
    if (line.kind !== 'event' || line.event.fact.topic !== 'object') continue;
    const { parentId } = line.event.fact;
    if (parentId === undefined) continue;
    const person = people.get(objectKey(line.event, parentId));
    if (person === undefined || Math.abs(person.atMs - line.event.atMs) > apartMs) continue;
    taken.add(line.id);
    of.set(person.id, [...(of.get(person.id) ?? []), line.event]);
  }
  return { of, taken };
}

const objectKey = ({ deviceId, cameraId }: EventView, objectId: string) =>
  `${deviceId} ${cameraId} ${objectId}`;
