/** A line of an event stream: `20251121120026 3 5 MOTION 760 423 320 296`. */
export interface EventLine {
  /** What the clock on the wall of the server showed, as if it were UTC. */
  readonly localMs: number;
  /** Counts from 0 on each connection, so a gap is a loss. */
  readonly count: number;
  /** Absent where the event is of no camera. */
  readonly channel: string | undefined;
  readonly name: string;
  readonly info: string;
}

const pattern =
  /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2}) (\d{1,15}) (?:X|(?:CAM)?(\d{1,4})) ([A-Z_]{1,32})(?: (.{0,4096}))?$/;

/** @returns undefined for what is no such line; old servers write `CAM03` for camera 3 */
export function readEventLine(line: string): EventLine | undefined {
  const [, year, month, day, hour, minute, second, count, camera, name = '', info = ''] =
    pattern.exec(line) ?? [];
  if (year === undefined) return undefined;
  const localMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(localMs)) return undefined;
  const channel = camera === undefined ? undefined : String(Number(camera));
  return { localMs, count: Number(count), channel, name, info };
}
