import { z } from 'zod';
import { parseJson } from '../parsing/json.ts';
import type { DeviceLink, Endpoint, QueryValue } from '../protocol.ts';
import { operationOf } from './ask.ts';
import type { EventMessage } from './event-fields.ts';
import { wellFormed } from './replies.ts';

const pageSize = 200;
/** What an hour of a busy site holds, many times over; the rest stays in the log. */
const mostPages = 50;

const logPage = z.object({ totalCount: z.int().min(0), data: z.array(z.unknown()) });
const logEntry = z.record(z.string(), z.unknown());

/**
 * Reads a log of `find` from its oldest entry on, page by page, so that what comes in meanwhile
 * shifts nothing.
 */
export async function readLog(
  link: DeviceLink,
  endpoint: Endpoint,
  query: Readonly<Record<string, QueryValue>>,
): Promise<readonly EventMessage[]> {
  const operation = operationOf({ endpoint });
  const entries: EventMessage[] = [];
  let read = 0;
  for (let count = 0; count < mostPages; count += 1) {
    const paged = { ...query, sort: 'asc', at: read, maxCount: pageSize };
    const { text } = await link.call({ endpoint, query: paged });
    const { totalCount, data } = parseJson(text, logPage, operation);
    entries.push(...wellFormed(data, logEntry));
    read += data.length;
    // A server may give fewer than it was asked for, so only an empty page or the count ends it.
    if (data.length === 0 || read >= totalCount) break;
  }
  return entries;
}
