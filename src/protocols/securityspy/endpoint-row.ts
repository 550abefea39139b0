import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';

type Described = Pick<Endpoint, 'id' | 'path' | 'section' | 'summary'> &
  Partial<Omit<Endpoint, 'query'>> & { readonly query?: z.core.$ZodShape };

/**
 * A row with what most rows share: a GET that any account may ask. Its path gets the prefix with
 * which a server answers a missing account by 401; without it, a sign-in page would answer.
 */
export function row({ query, path, ...described }: Described): Endpoint {
  return {
    method: 'GET',
    reply: 'text',
    role: 'viewer',
    danger: 'safe',
    ...described,
    path: `/++${path}`,
    query: z.strictObject({ ...query }),
  };
}

/** A section of the settings is written under its bare path, as the forms of the server do it. */
export function settingsRow(
  described: Pick<Endpoint, 'id' | 'section' | 'summary' | 'danger'> & {
    readonly path: string;
    readonly fields: z.core.$ZodShape;
  },
): Endpoint {
  const { path, fields, ...rest } = described;
  return {
    method: 'POST',
    reply: 'json',
    role: 'administrator',
    ...rest,
    path: `/${path}`,
    query: z.strictObject({}),
    body: z.strictObject({ ...fields }),
    bodyType: 'form',
  };
}
