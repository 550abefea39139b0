import { type FaceBox, faceBoxes } from './face-boxes.ts';
import { type IoStatus, ioStatus } from './io-status.ts';
import { refuseFailure, replyLines, something } from './text-reply.ts';

/** A motion window, or tampering, which has no level. What the device did not say is absent. */
export interface Detection {
  readonly enabled?: boolean | undefined;
  readonly triggered?: boolean | undefined;
  /** Percent of the window in which something moves. */
  readonly level?: number | undefined;
  readonly sensitivity?: number | undefined;
}

/** What eventdata.cgi tells at one moment (5.4.2). */
export interface EventData {
  /** By `Motion`, `Motion1`, `Motion2`, `Motion3`. */
  readonly motion: ReadonlyMap<string, Detection>;
  readonly tampering?: Detection | undefined;
  readonly io?: IoStatus | undefined;
  /** By stream, e.g. `H264_2`. */
  readonly faces?:
    | {
        readonly enabled?: boolean | undefined;
        readonly boxes: ReadonlyMap<string, readonly FaceBox[]>;
      }
    | undefined;
}

const groupStart = /^(Motion[1-3]?|IO|T0|Face):/m;

/** Groups of a reply by name, each with its fields; a line that begins no group goes on with the last. */
function groupsOf(lines: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  let current: string | undefined;
  for (const line of lines) {
    const [start, name] = groupStart.exec(line) ?? [];
    if (start !== undefined) current = name;
    if (current === undefined) continue;
    const rest = line.slice(start?.length ?? 0);
    texts.set(current, start === undefined ? `${texts.get(current)} ${rest}` : rest);
  }
  return new Map(Array.from(texts, ([name, text]) => [name, fieldsOf(text)]));
}

function fieldsOf(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(';').map((pair) => {
    const at = pair.indexOf('=');
    return [pair.slice(0, Math.max(at, 0)).trim(), pair.slice(at + 1).trim()] as const;
  });
  return new Map(pairs.filter(([name]) => name !== ''));
}

type Fields = ReadonlyMap<string, string>;

/** The tables of parameters say Enable, the descriptions and examples Enabled. */
const enabledOf = (fields: Fields) => flag(fields.get('Enabled') ?? fields.get('Enable'));

function flag(text: string | undefined): boolean | undefined {
  return text === '1' ? true : text === '0' ? false : undefined;
}

function percent(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,3}$/.test(text) && Number(text) <= 100
    ? Number(text)
    : undefined;
}

function detection(fields: Fields): Detection {
  return {
    enabled: enabledOf(fields),
    triggered: flag(fields.get('Triggered')),
    level: percent(fields.get('Level')),
    sensitivity: percent(fields.get('Sensitivity')),
  };
}

function faces(fields: Fields): EventData['faces'] {
  const boxes = Array.from(fields).flatMap(([name, text]) => {
    const stream = /^(\w+)_Face$/.exec(name)?.[1];
    const found = stream === undefined ? undefined : faceBoxes(text);
    return stream === undefined || found === undefined ? [] : [[stream, found] as const];
  });
  return { enabled: enabledOf(fields), boxes: new Map(boxes) };
}

export function readEventData(text: string, operation: string): EventData {
  const groups = groupsOf(replyLines(text, operation));
  const motion = Array.from(groups).filter(([name]) => /^Motion/.test(name));
  const tampering = groups.get('T0');
  const io = groups.get('IO')?.get('Status');
  const face = groups.get('Face');
  const read: EventData = {
    motion: new Map(motion.map(([name, fields]) => [name, detection(fields)])),
    tampering: tampering && detection(tampering),
    io: io === undefined ? undefined : ioStatus(io),
    faces: face && faces(face),
  };
  return something(groups.size === 0 ? undefined : read, operation);
}

/** The parts of `action=monitor` that a text holds, in order; what is no state is left out. */
export function readMonitoredEvents(text: string, operation: string): readonly EventData[] {
  refuseFailure(text, operation);
  const parts = text
    .split(/^--[^\r\n]*\r?$/m)
    .map((part) => part.replace(/^[\w-]+:[ \t].*$/gm, ''));
  const read = parts.flatMap((part) =>
    groupStart.test(part) ? [readEventData(part, operation)] : [],
  );
  return something(read.length === 0 ? undefined : read, operation);
}
