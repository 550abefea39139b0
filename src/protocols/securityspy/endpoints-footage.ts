import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { camera, day, fileName, onOff, text } from './query-fields.ts';

/** The document allows several cameras at once; our calls name a parameter once. */
const filters = {
  cameraNum: camera,
  ccFilesCheck: onOff.optional(),
  mcFilesCheck: onOff.optional(),
  imageFilesCheck: onOff.optional(),
  ageText: z.int().min(0).max(36_500).optional(),
  // In whatever form the server's own settings show dates.
  date1Text: text.optional(),
  date2Text: text.optional(),
  // Not in the document: servers also take days in this one form, whatever their settings.
  date1: day.optional(),
  date2: day.optional(),
  results: z.int().min(1).max(10_000).optional(),
};

const path = { cameraNum: camera, date: day, filename: fileName };

export const listFootage = row({
  id: 'footage.list',
  path: 'download',
  query: {
    ...filters,
    format: z.literal('xml'),
    continuation: z
      .string()
      .regex(/^[0-9A-Za-z]{1,64}$/)
      .optional(),
  },
  reply: 'xml',
  summary: 'Captured files, at most 200 at once unless told otherwise, with how to go on',
  section: 'list_captured_footage',
});

/** What was recorded. */
export const footageEndpoints: readonly Endpoint[] = [
  row({
    id: 'footage.page',
    path: 'download',
    query: { ...filters, format: z.enum(['list', 'grid']).optional() },
    reply: 'html',
    summary: 'Page of the server itself with links to captured files',
    section: 'list_captured_footage',
  }),
  listFootage,
  row({
    id: 'footage.file',
    path: 'getfile/{cameraNum}/{date}/{filename}',
    query: path,
    reply: 'file',
    summary: 'A captured file',
    section: 'download_file',
  }),
  row({
    id: 'footage.file-high',
    path: 'getfilehb/{cameraNum}/{date}/{filename}',
    query: path,
    reply: 'file',
    summary: 'A captured file for a fast connection',
    section: 'download_file_high_bandwidth',
  }),
  row({
    id: 'footage.file-low',
    path: 'getfilelb/{cameraNum}/{date}/{filename}',
    query: path,
    reply: 'file',
    summary: 'A captured file for a slow connection, compressed anew',
    section: 'download_file_low_bandwidth',
  }),
];
