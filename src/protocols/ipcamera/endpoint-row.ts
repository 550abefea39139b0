import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';

type Described = Pick<Endpoint, 'id' | 'path' | 'section' | 'summary'> &
  Partial<Omit<Endpoint, 'query'>> & {
    /** Fields, or a whole schema where they depend on one another. */
    readonly query?: z.core.$ZodShape | z.ZodObject;
  };

/** A row with what most rows share: a GET that answers a text and that only administrators may ask. */
export function row({ query = {}, ...described }: Described): Endpoint {
  return {
    method: 'GET',
    reply: 'text',
    role: 'administrator',
    danger: 'safe',
    ...described,
    query: query instanceof z.ZodObject ? query : z.strictObject(query),
  };
}
