import type { FastifyInstance } from 'fastify';
import {
  handoverNoteSchema,
  handoverNotesSchema,
  mostReportMs,
  reportRangeSchema,
  shiftReportSchema,
} from '../../api/shift-report.ts';
import { signatureOf } from '../access/audit.ts';
import type { Caller } from '../access/caller.ts';
import { SeenAlarms } from '../alarms/seen-alarms.ts';
import { shiftReport, type TimeRange } from '../alarms/shift-report.ts';
import { shiftReportCsv } from '../alarms/shift-report-csv.ts';
import { RequestFault } from '../request-fault.ts';
import { readInput } from './problem-reply.ts';
import type { ProxyParts } from './proxy-parts.ts';
import { personOf } from './session-routes.ts';

/** What a shift was like, and what it leaves to the next one. */
export function addShiftReportRoutes(app: FastifyInstance, parts: ProxyParts): void {
  const { audit, handover, now } = parts;
  const supervise = { policy: 'supervise' } as const;
  const handle = { policy: 'handle-alarms' } as const;

  app.get('/api/shift-report', { config: supervise }, async ({ query, caller }, reply) => {
    reply.header('cache-control', 'no-store');
    return shiftReportSchema.parse(await reportOf(parts, caller, rangeOf(query, now())));
  });

  app.get('/api/shift-report.csv', { config: supervise }, async ({ query, caller, ip }, reply) => {
    const range = rangeOf(query, now());
    const report = await reportOf(parts, caller, range);
    const [from, to] = [range.fromMs, range.toMs].map((ms) => new Date(ms).toISOString());
    await audit.record.write({
      ...signatureOf(caller, ip),
      operation: 'export.shift-report',
      parameters: { from: from ?? '', to: to ?? '' },
      outcome: 'done',
      detail: '',
      revealed: false,
    });
    const stamp = from?.replace(/[-:]|\.\d+/g, '');
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="watchfloor-shift-${stamp}.csv"`)
      .type('text/csv; charset=utf-8; header=present')
      .send(shiftReportCsv(report));
  });

  app.get('/api/handover-notes', { config: handle }, async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    return handoverNotesSchema.parse({ notes: await handover.readNewest() });
  });

  app.post('/api/handover-notes', { config: handle }, async (request, reply) => {
    const { text } = readInput(handoverNoteSchema, request.body);
    const note = await handover.add(personOf(request), request.ip, text);
    return reply.code(201).send(note);
  });
}

/** Only cameras that the caller sees count; a flood is one of the whole product. */
async function reportOf(
  { reports, store, alarms: { seen: seenBy } }: ProxyParts,
  caller: Caller,
  range: TimeRange,
) {
  const seen = new SeenAlarms(caller, seenBy);
  const alarms = await reports.alarms(range);
  return shiftReport({
    ...range,
    alarms: alarms.filter((alarm) => seen.may(alarm)),
    floods: await reports.floods(range),
    // What was written in the last instant is what the shift ended with.
    notes: await store.handover.read(range.fromMs, range.toMs + 1),
  });
}

/**
 * What has not happened yet is no part of it.
 * @throws RequestFault `invalid-input`
 */
function rangeOf(query: unknown, nowMs: number): TimeRange {
  const { from, to } = readInput(reportRangeSchema, query);
  if (from >= nowMs) throw new RequestFault('invalid-input', 'from');
  if (to <= from || to - from > mostReportMs) throw new RequestFault('invalid-input', 'to');
  return { fromMs: from, toMs: Math.min(to, nowMs) };
}
