import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { indent } from './query-fields.ts';

type Described = Pick<Endpoint, 'id' | 'path' | 'section' | 'summary'> &
  Partial<Omit<Endpoint, 'query'>> & { readonly query?: z.core.$ZodShape };

/** A row with what most rows share: a GET that changes nothing and that any account may ask. */
export function row({ query, ...described }: Described): Endpoint {
  return {
    method: 'GET',
    reply: 'json',
    role: 'viewer',
    danger: 'safe',
    ...described,
    query: z.strictObject({ ...query }),
  };
}

/** The same for what answers JSON under `/api`, where `indent` is always understood. */
export function apiRow({ query, ...described }: Described): Endpoint {
  return row({ ...described, query: { ...query, indent: indent.optional() } });
}
