import { z } from 'zod';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import { type EventMessage, identifier, timeSpan } from './event-fields.ts';
import { plainFacts, plainText } from './plain-facts.ts';
import { word } from './replies.ts';

const happened = z.object({
  id: identifier.optional().catch(undefined),
  type: z.int().catch(0),
  typeName: word,
  code: z.int(),
  codeName: word,
  timeRange: timeSpan,
  param: z.record(z.string(), z.unknown()).catch({}),
  comment: word,
});
type Happened = z.infer<typeof happened>;

const systemLog = 0;
/** "Event log type list" names a shutdown and an abnormal one; without a server nobody watches. */
const seriousCodes: ReadonlySet<number> = new Set([2, 3]);
/** The guide prints six codes of the log and no more, so the others are judged by their names. */
const seriousWords =
  /\b(?:shut ?down|abnormal|fail(?:ed|ure|s)?|errors?|faults?|full|lost|loss|missing|disconnected|corrupt(?:ed)?|damaged|insufficient|not enough|overheat(?:ed|ing)?|crash(?:ed)?|unavailable|read-only|expired|recording stopped)\b/i;

/** "System event @0.7.0" and the entries of "Search event log", which are the same. */
export function systemEvents(message: EventMessage): readonly ReportedEvent[] | null {
  const read = happened.safeParse(message);
  if (!read.success) return null;
  const { id, type, typeName, code, codeName, timeRange, param, comment } = read.data;
  const fact: EventFact = {
    topic: 'system',
    // A code means something only within its type.
    code: type === systemLog ? String(code) : `${type}.${code}`,
    name: plainText(codeName ?? typeName ?? ''),
    severity: isSerious(read.data) ? 'serious' : 'notice',
    parameters: plainFacts(param),
    ...(comment !== undefined && { comment: plainText(comment) }),
  };
  return [
    {
      deviceAtMs: timeRange.beginMs,
      deviceEndMs: timeRange.endMs,
      ...(id !== undefined && { incident: `system ${id}` }),
      fact,
    },
  ];
}

/** Whoever signs in wrongly, or whatever a person defined, is for a rule to judge. */
function isSerious({ type, code, codeName = '', param }: Happened): boolean {
  if (type !== systemLog) return false;
  // "Storage status codes": 0 stands beside "Storage ready".
  const storageFails = typeof param.statusCode === 'number' && param.statusCode !== 0;
  return seriousCodes.has(code) || storageFails || seriousWords.test(codeName);
}
