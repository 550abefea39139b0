import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';

export const endpoints: readonly Endpoint[] = [
  {
    id: 'address.read',
    method: 'GET',
    path: '/{target}',
    query: z.strictObject({ target: z.string().max(2048) }),
    reply: 'stream',
    role: 'viewer',
    danger: 'safe',
    summary: 'The picture, stream or playlist at the address that was typed.',
    section: 'The address itself',
  },
];
