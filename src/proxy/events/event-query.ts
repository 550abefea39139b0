import { besideQuerySchema, eventDaysQuerySchema, eventQuerySchema } from '../../api/events.ts';
import { readInput } from '../api/problem-reply.ts';

const listNames = ['topics', 'cameraIds'] as const;
const numberNames = ['fromMs', 'toMs', 'before', 'limit', 'atMs'] as const;

/**
 * The filters of an address: lists with commas or as repeated names, numbers as text.
 * @throws RequestFault `invalid-input`
 */
export function readEventQuery(query: unknown) {
  return readInput(eventQuerySchema, typed(query));
}

/** @throws RequestFault `invalid-input` */
export function readEventDaysQuery(query: unknown) {
  return readInput(eventDaysQuerySchema, typed(query));
}

/** @throws RequestFault `invalid-input` */
export function readBesideQuery(query: unknown) {
  return readInput(besideQuerySchema, typed(query));
}

function typed(query: unknown): Readonly<Record<string, unknown>> {
  const given: Record<string, unknown> = { ...(query as Readonly<Record<string, unknown>>) };
  for (const name of listNames) {
    const value = given[name];
    if (value !== undefined) given[name] = [value].flat().flatMap((one) => String(one).split(','));
  }
  for (const name of numberNames) {
    const value = given[name];
    if (typeof value === 'string' && /^-?\d{1,16}$/.test(value)) given[name] = Number(value);
  }
  return given;
}
