import type { ReportedEvent } from '../../domain/device-event.ts';
import { lastOfPath } from '../parsing/last-of-path.ts';

/** A captured file: the same incident whether the stream tells of it or the list of files. */
export function fileEvent(
  channel: string | undefined,
  deviceAtMs: number | undefined,
  path: string,
): ReportedEvent {
  const name = lastOfPath(path);
  return {
    channel,
    deviceAtMs,
    ...(name === '' ? {} : { incident: `file-${channel ?? 'X'}-${name}` }),
    fact: { topic: 'file', path: name },
  };
}
