import { eventQuerySchema } from '../../api/events.ts';
import { readInput } from '../api/problem-reply.ts';

const listNames = ['topics', 'cameraIds'] as const;
const numberNames = ['fromMs', 'toMs', 'before', 'limit'] as const;

/**
 * The filters of an address: lists with commas or as repeated names, numbers as text.
 * @throws RequestFault `invalid-input`
 */
export function readEventQuery(query: unknown) {
  const given = { ...(query as Readonly<Record<string, unknown>>) };
  for (const name of listNames) {
    const value = given[name];
    if (value !== undefined) given[name] = [value].flat().flatMap((one) => String(one).split(','));
  }
  for (const name of numberNames) {
    const value = given[name];
    if (typeof value === 'string' && /^-?\d{1,16}$/.test(value)) given[name] = Number(value);
  }
  return readInput(eventQuerySchema, given);
}
