import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { numberedPresetName, presetName, presetNumber } from './query-fields.ts';

const base = {
  path: '/cgi-bin/com/ptzconfig.cgi',
  danger: 'disruptive',
  section: '5.3.1.3 PTZ configuration',
} as const;

/** ptzconfig.cgi: what a PTZ unit remembers. */
export const ptzConfiguration = {
  presetSet: row({
    ...base,
    id: 'preset.set',
    query: { setserverpresetno: presetNumber },
    summary: 'Save where the camera looks under a number; overwrites what it held',
  }),
  presetSetNamed: row({
    ...base,
    id: 'preset.set-named',
    query: { setserverpresetname: numberedPresetName },
    summary: 'Save where the camera looks under a number and a name, as 3,Gate',
  }),
  presetRemove: row({
    ...base,
    id: 'preset.remove',
    // The document gives no upper limit here; there are no more than 256.
    query: { removeserverpresetno: presetNumber },
    summary: 'Remove a preset',
  }),
  presetRemoveNamed: row({
    ...base,
    id: 'preset.remove-named',
    query: { removeserverpresetname: presetName },
    summary: 'Remove a preset by its name',
  }),
  autopanSet: row({
    ...base,
    id: 'autopan.set',
    // No state is documented for autopan; those of a cruise are start and end.
    query: { setserverautopan: z.string().regex(/^[1-4],[a-z]{1,16}$/) },
    summary: 'Set up an autopan line, as 1,start and 1,end',
  }),
  autopanSetSpeed: row({
    ...base,
    id: 'autopan.set-speed',
    query: { setserverautopandirspeed: z.string().regex(/^[1-4],(?:left|right),[0-3]$/) },
    summary: 'Direction and speed of an autopan line, as 1,left,3',
  }),
  cruiseSet: row({
    ...base,
    id: 'cruise.set',
    query: { setservercruise: z.string().regex(/^[1-8],(?:start|end)$/) },
    summary: 'Begin or end the recording of a cruise, as 1,start and 1,end',
  }),
  homeSet: row({
    ...base,
    id: 'home.set',
    query: { home: z.literal('yes') },
    summary: 'Make where the camera looks its home position',
  }),
} as const satisfies Readonly<Record<string, Endpoint>>;

export const ptzConfigurationEndpoints: readonly Endpoint[] = Object.values(ptzConfiguration);
