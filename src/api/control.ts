import * as z from 'zod/mini';
import { autofocusModes, ptzAxes } from '../domain/ptz.ts';
import { problemSchema } from './problem.ts';

const share = z.number().check(z.gte(-1), z.lte(1));
const part = z.number().check(z.gte(0), z.lte(1));
const cameraId = z.string().check(z.maxLength(64));
const direction = z.union([z.literal(-1), z.literal(0), z.literal(1)]);
const axes = <Value extends z.core.SomeType>(value: Value) =>
  z.strictObject({ pan: value, tilt: value, zoom: value, focus: value, iris: value });

export { idleReleaseMs, lapseMs, renewEveryMs } from './control-rhythm.ts';

export const velocitySchema = axes(share);

/** What a window says on the control socket. `attend` asks to be told who steers a camera. */
export const controlRequestSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('attend'), cameraId }),
  z.strictObject({ type: z.literal('leave'), cameraId }),
  /** Begins, changes or renews a movement. All still is a stop. */
  z.strictObject({ type: z.literal('move'), cameraId, velocity: velocitySchema }),
  z.strictObject({ type: z.literal('stop'), cameraId }),
  /** Takes the camera from whoever steers it; for supervisors. */
  z.strictObject({ type: z.literal('take-over'), cameraId }),
  /** Gives the camera back before the ten seconds are over. */
  z.strictObject({ type: z.literal('release'), cameraId }),
]);
export type ControlRequest = z.infer<typeof controlRequestSchema>;

/** Who steers a camera; `own` is this very window. */
const holderSchema = z.object({ name: z.string(), own: z.boolean() });

/**
 * `unconfirmed`: a stop was sent and the device has not said yes to it; it is sent again until it
 * does. `problem` is why.
 */
const motionStates = ['still', 'moving', 'stopping', 'unconfirmed'] as const;

/** What the proxy says on the control socket. */
export const controlReportSchema = z.discriminatedUnion('type', [
  /** The id of this window, to be sent along with actions. */
  z.object({ type: z.literal('hello'), windowId: z.string() }),
  z.object({
    type: z.literal('steering'),
    cameraId: z.string(),
    holder: z.nullable(holderSchema),
    motion: z.enum(motionStates),
    problem: z.optional(problemSchema),
  }),
  /** A movement of this window was not done. */
  z.object({ type: z.literal('refused'), cameraId: z.string(), problem: problemSchema }),
  z.object({ type: z.literal('beat'), nowMs: z.number() }),
]);
export type ControlReport = z.infer<typeof controlReportSchema>;
export type SteeringReport = Extract<ControlReport, { type: 'steering' }>;

const range = z.object({ least: z.number(), most: z.number() });
const ranges = z.object({
  pan: z.optional(range),
  tilt: z.optional(range),
  zoom: z.optional(range),
  focus: z.optional(range),
});

/** Reply of `GET …/ptz`: what this camera can do; what its protocol lacks is absent or false. */
export const steeringSchema = z.object({
  moves: z.array(z.enum(ptzAxes)),
  steps: z.array(z.enum(ptzAxes)),
  diagonal: z.boolean(),
  speed: z.boolean(),
  absolute: ranges,
  relative: ranges,
  centre: z.boolean(),
  box: z.boolean(),
  home: z.boolean(),
  saveHome: z.boolean(),
  autofocus: z.array(z.enum(autofocusModes)),
  presets: z.nullable(
    z.object({
      most: z.number(),
      named: z.boolean(),
      save: z.boolean(),
      rename: z.boolean(),
      remove: z.boolean(),
    }),
  ),
  /** Whether its tours can be listed. */
  tours: z.boolean(),
  /** Whether it says where it looks. */
  position: z.boolean(),
});
export type Steering = z.infer<typeof steeringSchema>;

const position = z.strictObject({
  pan: z.optional(z.number()),
  tilt: z.optional(z.number()),
  zoom: z.optional(z.number()),
  focus: z.optional(z.number()),
});
export const positionSchema = position;

/** Body of `POST …/ptz/actions`. `windowId` is what the control socket greeted with. */
export const actionRequestSchema = z.strictObject({
  windowId: z.string().check(z.maxLength(64)),
  action: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('step'), step: axes(direction) }),
    z.strictObject({ kind: z.literal('absolute'), position }),
    z.strictObject({ kind: z.literal('relative'), change: position }),
    z.strictObject({
      kind: z.literal('centre'),
      point: z.strictObject({ x: part, y: part }),
      streamId: z.string().check(z.maxLength(64)),
    }),
    z.strictObject({
      kind: z.literal('box'),
      box: z.strictObject({ x: part, y: part, width: part, height: part }),
      streamId: z.string().check(z.maxLength(64)),
    }),
    z.strictObject({ kind: z.literal('home') }),
    z.strictObject({ kind: z.literal('save-home') }),
    z.strictObject({ kind: z.literal('autofocus'), mode: z.enum(autofocusModes) }),
  ]),
});
export type ActionRequest = z.infer<typeof actionRequestSchema>;
export type RequestedAction = ActionRequest['action'];
