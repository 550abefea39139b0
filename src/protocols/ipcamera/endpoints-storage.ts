import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { storedFile } from './query-fields.ts';

const path = '/cgi-bin/admin/storagemanagement.cgi';
const section = '5.1.5 Local Storage Management';

export const listStored = row({
  id: 'storage.list',
  path,
  query: { action: z.literal('list') },
  role: 'viewer',
  summary: 'Recordings on the memory card',
  section,
});

export const downloadStored = row({
  id: 'storage.download',
  path,
  query: { action: z.literal('download'), filename: storedFile },
  reply: 'file',
  role: 'viewer',
  summary: 'One recording of the memory card',
  section,
});

export const removeStored = row({
  id: 'storage.remove',
  path,
  query: { action: z.literal('remove'), filename: storedFile },
  danger: 'destructive',
  summary: 'Delete a recording of the memory card',
  section,
});

/** The card in the camera. The document asks for root; our own viewers may see what was recorded. */
export const storageEndpoints: readonly Endpoint[] = [
  listStored,
  downloadStored,
  removeStored,
  row({
    id: 'storage.format',
    path,
    query: { action: z.literal('format') },
    danger: 'destructive',
    summary: 'Format the memory card: every recording on it is lost',
    section,
  }),
];
