import { DeviceError } from '../../domain/device-error.ts';
import type { ReportedEvent } from '../../domain/device-event.ts';
import type { PastEvents } from '../event-operations.ts';
import { readFootageFeed } from '../parsing/footage-feed.ts';
import type { DeviceLink, Operations } from '../protocol.ts';
import { operationOf } from './calls.ts';
import { permissionsOf } from './camera-fields.ts';
import { listFootage } from './endpoints-footage.ts';
import { integerField } from './fields.ts';
import { fileEvent } from './file-event.ts';
import { serverZone } from './server-zone.ts';
import { systemInfo } from './system-info.ts';

/** Bit of `permissions`: the account may have captured files. */
const mayHaveFiles = 4;
/** Of 200 files each; more is a search, and no back-fill. */
const mostPages = 5;

export const pastEvents = {
  /** Of all that happened a server keeps only what it captured, so that is what it can tell later. */
  async listPastEvents(
    link: DeviceLink,
    range: { readonly fromMs: number; readonly toMs: number },
  ): Promise<PastEvents> {
    const { server, cameras } = await systemInfo(link);
    const offsetMs = (serverZone(server)?.offsetMinutes ?? 0) * 60_000;
    const dayOf = (ms: number) => new Date(ms + offsetMs).toISOString().slice(0, 10);
    const days = { date1: dayOf(range.fromMs), date2: dayOf(range.toMs) };
    const events: ReportedEvent[] = [];
    for (const camera of cameras) {
      const cameraNum = integerField(camera, [0, 9999], 'number');
      const may = permissionsOf(camera) ?? mayHaveFiles;
      if (cameraNum === undefined || (may & mayHaveFiles) === 0) continue;
      events.push(...(await capturedFiles(link, { cameraNum, ...days }, range)));
    }
    return { events, complete: false };
  },
} satisfies Operations;

async function capturedFiles(
  link: DeviceLink,
  query: { readonly cameraNum: number; readonly date1: string; readonly date2: string },
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<ReportedEvent[]> {
  const operation = operationOf(listFootage);
  const events: ReportedEvent[] = [];
  let continuation: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const reply = await link.call(
      { endpoint: listFootage, query: { ...query, format: 'xml', continuation } },
      // For media a missing right is a 401 too, which must not count against the password.
      { acceptStatus: [401, 403] },
    );
    if (reply.status >= 400) throw new DeviceError('forbidden', 'no-permission', { operation });
    const feed = readFootageFeed(reply.text, operation);
    for (const { title, updatedMs } of feed.files) {
      if (updatedMs === undefined || updatedMs < fromMs || updatedMs >= toMs) continue;
      events.push(fileEvent(String(query.cameraNum), updatedMs, title));
    }
    if (feed.continuation === undefined || feed.continuation === continuation) break;
    continuation = feed.continuation;
  }
  return events;
}
