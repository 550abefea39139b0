import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { camera, everyCamera, percent } from './query-fields.ts';

const ptz = { path: 'ptz/command', role: 'operator', section: 'ptz_command' } as const;
const speed = percent.optional();

/**
 * 0 unarmed, 1 armed, 2 sunrise to sunset, 3 sunset to sunrise, others as systemInfo lists them:
 * some exceed 32 bits.
 */
const schedule = z.int().min(0);
/** 1 to 14 as listed by systemInfo. -1 is not in the document: servers then leave it as it is. */
const override = z.int().min(-1).max(14);
/** Any of the three modes, each once, such as `CM`. */
const mode = z.string().regex(/^(?!.*(.).*\1)[CMA]{1,3}$/);

const arming = {
  path: 'setSchedule',
  danger: 'disruptive',
  section: 'set_schedule',
} as const;

/** What moves a camera, arms it or sets it off. */
export const control = {
  ptzMove: row({
    ...ptz,
    id: 'ptz.move',
    query: { cameraNum: camera, command: z.literal([1, 2, 3, 4, 8, 9, 10, 11]), speed },
    summary:
      'Move: 1 left, 2 right, 3 up, 4 down, 8 up-left, 9 up-right, 10 down-left, 11 down-right; ' +
      'cameras with continuous movement go on until they are stopped',
  }),
  ptzZoom: row({
    ...ptz,
    id: 'ptz.zoom',
    query: { cameraNum: camera, command: z.literal([5, 6]), speed },
    summary: 'Zoom: 5 in, 6 out; cameras with continuous movement go on until they are stopped',
  }),
  ptzHome: row({
    ...ptz,
    id: 'ptz.home',
    query: { cameraNum: camera, command: z.literal(7), speed },
    summary: 'Turn a camera to its home position',
  }),
  ptzStop: row({
    ...ptz,
    id: 'ptz.stop',
    query: { cameraNum: camera, command: z.literal(99) },
    summary: 'Stop; only for cameras with continuous movement',
  }),
  presetGo: row({
    ...ptz,
    id: 'ptz.preset-go',
    query: { cameraNum: camera, command: z.int().min(12).max(19), speed },
    summary: 'Turn a camera to preset 1 (12) to 8 (19)',
  }),
  presetSet: row({
    ...ptz,
    id: 'ptz.preset-set',
    query: { cameraNum: camera, command: z.int().min(112).max(119) },
    danger: 'disruptive',
    summary: 'Save where a camera looks as preset 1 (112) to 8 (119); overwrites what it held',
  }),
  ptzPage: row({
    id: 'ptz.page',
    path: 'ptz/controls',
    query: { cameraNum: camera },
    reply: 'html',
    role: 'operator',
    summary: 'Page of the server itself with buttons that move a camera',
    section: 'get_ptz_controls_page',
  }),
  scheduleSet: row({
    ...arming,
    id: 'schedule.set',
    query: { cameraNum: camera, schedule, override, mode },
    role: 'operator',
    summary:
      'Arm or disarm a camera by schedule and override, for continuous capture (C), motion ' +
      'capture (M) and actions (A); answers OK also to what it does not know',
  }),
  scheduleSetAll: row({
    ...arming,
    id: 'schedule.set-all',
    query: { cameraNum: everyCamera, schedule, override, mode },
    role: 'supervisor',
    summary: 'Arm or disarm all cameras at once',
  }),
  schedulePreset: row({
    id: 'schedule.set-preset',
    path: 'setPreset',
    query: { id: z.int().min(0) },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Invoke a schedule preset, which may arm or disarm every camera',
    section: 'set_schedule_preset',
  }),
  motionTrigger: row({
    id: 'motion.trigger',
    path: 'triggermd',
    query: { cameraNum: camera },
    role: 'operator',
    danger: 'disruptive',
    summary: 'Trigger motion detection of a camera: it records, and its actions may sound',
    section: 'trigger_motion_detection',
  }),
  motionTriggerAll: row({
    id: 'motion.trigger-all',
    path: 'triggermd',
    query: { cameraNum: everyCamera },
    role: 'supervisor',
    danger: 'disruptive',
    summary: 'Trigger motion detection of all cameras at once',
    section: 'trigger_motion_detection',
  }),
} as const satisfies Readonly<Record<string, Endpoint>>;

export const controlEndpoints: readonly Endpoint[] = Object.values(control);
