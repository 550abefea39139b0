import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { atLeastOne, lensSteps, panTiltSpeed, point, presetNumber, speed } from './query-fields.ts';

const base = {
  path: '/cgi-bin/com/ptz.cgi',
  // The document grants it to every viewer; a guard who only watches must not turn the camera away.
  role: 'operator',
  section: '5.3.1.1 PTZ control',
} as const;

const degrees = (least: number, most: number) => z.number().min(least).max(most);
const steps = (least: number) => z.int().min(least).max(9999);
const pixels = z.int().min(1).max(99_999);

/** ptz.cgi, a row for each way to move. Which of them a model has, `info=1` tells. */
export const ptzRows = {
  home: row({
    ...base,
    id: 'ptz.home',
    query: { move: z.literal('home') },
    summary: 'Turn to the home position',
  }),
  step: row({
    ...base,
    id: 'ptz.step',
    query: {
      move: z.enum(['up', 'down', 'left', 'right', 'upleft', 'upright', 'downleft', 'downright']),
    },
    summary: 'Turn by 5 degrees',
  }),
  absolute: row({
    ...base,
    id: 'ptz.absolute',
    query: atLeastOne({
      pan: degrees(-180, 180),
      tilt: degrees(-10, 190),
      zoom: steps(0),
      focus: steps(0),
    }),
    summary: 'Turn to a position: degrees from the origin, steps of zoom and focus',
  }),
  relative: row({
    ...base,
    id: 'ptz.relative',
    query: atLeastOne({
      rpan: degrees(-360, 360),
      rtilt: degrees(-360, 360),
      rzoom: steps(-9999),
      rfocus: steps(-9999),
    }),
    summary: 'Turn from where it is; zoom in and focus far are positive',
  }),
  move: row({
    ...base,
    id: 'ptz.move',
    query: { continuouspantiltmove: panTiltSpeed, continuouszoommove: speed.optional() },
    summary: 'Move until stopped by 0,0: right and up are positive, zoom may go along',
  }),
  zoom: row({
    ...base,
    id: 'ptz.zoom',
    query: { continuouszoommove: speed },
    summary: 'Zoom in (positive) or out until stopped by 0',
  }),
  zoomSteps: row({
    ...base,
    id: 'ptz.zoom-steps',
    query: { zoomsteps: lensSteps },
    summary: 'Zoom a motorised lens in (positive) or out by steps',
  }),
  focus: row({
    ...base,
    id: 'ptz.focus',
    query: { continuousfocusmove: speed },
    summary: 'Focus near (positive) or far until stopped by 0',
  }),
  focusSteps: row({
    ...base,
    id: 'ptz.focus-steps',
    query: { focussteps: lensSteps },
    summary: 'Focus a motorised lens near (positive) or far by steps',
  }),
  autofocus: row({
    ...base,
    id: 'ptz.autofocus',
    query: {
      autofocus: z.enum(['on', 'off', 'pushaf', 'zoomtrigger', 'zoomreset', 'focusreset', 'reset']),
    },
    summary: 'Autofocus on, off, once or with each zoom; resets of zoom, focus or both',
  }),
  iris: row({
    ...base,
    id: 'ptz.iris',
    query: { continuousirismove: z.enum(['stop', 'open', 'close']) },
    summary: 'Open or close the iris until stopped',
  }),
  presetGo: row({
    ...base,
    id: 'preset.go',
    query: { gotoserverpresetno: presetNumber },
    summary: 'Turn to a preset',
  }),
  autopanRun: row({
    ...base,
    id: 'autopan.run',
    query: { gotoserverautopanno: z.int().min(1).max(4) },
    summary: 'Run an autopan line',
  }),
  cruiseRun: row({
    ...base,
    id: 'cruise.run',
    query: { gotoservercruiseno: z.int().min(1).max(8) },
    summary: 'Run a recorded cruise',
  }),
  sequenceRun: row({
    ...base,
    id: 'sequence.run',
    query: { gotoserversequenceno: z.int().min(1).max(8) },
    summary: 'Run a sequence of presets',
  }),
  center: row({
    ...base,
    id: 'ptz.center',
    query: {
      center: point,
      imagewidth: pixels,
      imageheight: pixels,
      stream: z.enum(['h264', 'h264_2', 'jpeg']),
    },
    summary: 'Centre a point of the picture; needs the size of the picture and its stream',
  }),
  position: row({
    ...base,
    id: 'ptz.position',
    query: { query: z.literal('position') },
    summary: 'Where the camera looks',
  }),
  commands: row({
    ...base,
    id: 'ptz.commands',
    query: { info: z.literal(1) },
    summary: 'Which commands this camera knows',
  }),
} as const satisfies Readonly<Record<string, Endpoint>>;

export const ptzEndpoints: readonly Endpoint[] = Object.values(ptzRows);
