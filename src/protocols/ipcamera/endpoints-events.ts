import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { portList, wordList } from './query-fields.ts';

const inputs = { path: '/cgi-bin/io/input.cgi', section: '5.4.1.1 Input' } as const;
const outputs = { path: '/cgi-bin/io/output.cgi', section: '5.4.1.2 Output' } as const;
const section = '5.4.2 Event Data';

/** The tables say Enable, the descriptions and examples Enabled: both may be asked for. */
const faceParameters = wordList([
  'Enabled?',
  'H264_Face',
  'H264_[2-4]_Face',
  'Mjpeg_Face',
]).optional();

const eventFields = {
  group: wordList(['Motion[1-3]?', 'IO', 'T0', 'Face']).optional(),
  MotionParam: wordList(['Enabled', 'Level', 'Sensitivity', 'Triggered']).optional(),
  IOParam: z.literal('Status').optional(),
  TamperingParam: wordList(['Enabled?', 'Triggered']).optional(),
  FaceParam: faceParameters,
};
const faceFields = { group: z.literal('Face'), FaceParam: faceParameters };

export const inputActivity = row({
  ...inputs,
  id: 'inputs.activity',
  query: { checkactive: portList },
  role: 'operator',
  summary: 'Inputs as active or inactive',
});

export const outputActivity = row({
  ...outputs,
  id: 'outputs.activity',
  query: { checkactive: portList },
  role: 'operator',
  summary: 'Outputs as active or inactive',
});

export const activateOutput = row({
  ...outputs,
  id: 'output.activate',
  query: { action: z.string().regex(/^(?:[1-9]\d?:)?\/$/) },
  role: 'operator',
  danger: 'disruptive',
  summary: 'Switch an output on, as 1:/ (a door, a siren); output 1 where no number stands',
});

export const deactivateOutput = row({
  ...outputs,
  id: 'output.deactivate',
  query: { action: z.string().regex(/^(?:[1-9]\d?:)?\\$/) },
  role: 'operator',
  danger: 'disruptive',
  summary: 'Switch an output off, as 1:\\; output 1 where no number stands',
});

export const readEvents = row({
  id: 'events.read',
  path: '/cgi-bin/admin/eventdata.cgi',
  query: { action: z.literal('get'), ...eventFields },
  summary: 'State of motion, inputs and outputs, tampering and faces',
  section,
});

export const monitorEvents = row({
  id: 'events.monitor',
  path: '/cgi-bin/admin/eventdata.cgi',
  query: { action: z.literal('monitor'), ...eventFields },
  reply: 'stream',
  summary: 'Event data without end, a part for each change',
  section,
});

/** Contacts of the camera, and what it notices. Whoever may switch an output may see all contacts. */
export const eventEndpoints: readonly Endpoint[] = [
  row({
    ...inputs,
    id: 'inputs.state',
    query: { check: portList },
    role: 'operator',
    summary: 'Inputs as 0 or 1',
  }),
  inputActivity,
  row({
    ...outputs,
    id: 'outputs.state',
    query: { check: portList },
    role: 'operator',
    summary: 'Outputs as 0 or 1',
  }),
  outputActivity,
  activateOutput,
  deactivateOutput,
  readEvents,
  monitorEvents,
  row({
    id: 'events.read-misspelt',
    path: '/cgi-bin/admin/evendata.cgi',
    query: { action: z.literal('get'), ...faceFields },
    summary: 'Faces, under the address that the examples misspell',
    section,
  }),
  row({
    id: 'events.monitor-misspelt',
    path: '/cgi-bin/admin/evendata.cgi',
    query: { action: z.literal('monitor'), ...faceFields },
    reply: 'stream',
    summary: 'Faces without end, under the address that the examples misspell',
    section,
  }),
];
