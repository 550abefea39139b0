import * as z from 'zod/mini';
import { armingModes } from '../domain/arming.ts';
import { outputKinds, portStates } from '../domain/ports.ts';
import { problemSchema } from './problem.ts';

/** The command that was sent last, by whom and when: not what the output does now. */
const lastCommandSchema = z.object({
  on: z.boolean(),
  by: z.string(),
  atMs: z.number(),
});

export const outputSchema = z.object({
  id: z.string(),
  kind: z.enum(outputKinds),
  name: z.string(),
  state: z.enum(portStates),
  lastCommand: z.optional(lastCommandSchema),
});
export type OutputView = z.infer<typeof outputSchema>;
export const outputListSchema = z.object({ outputs: z.array(outputSchema) });
export const switchRequestSchema = z.strictObject({ on: z.boolean() });

export const inputSchema = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(portStates),
  /** Since when the proxy sees this state, epoch ms: what was before it looked, nobody knows. */
  sinceMs: z.number(),
});
export type InputView = z.infer<typeof inputSchema>;

/**
 * What `/ws/inputs?camera=…` says: at once, whenever something changed, and every ten seconds, so
 * that a window knows that it still hears. While the device is silent all states are unknown.
 */
export const inputReportSchema = z.object({
  inputs: z.array(inputSchema),
  /** When it last changed, epoch ms. */
  atMs: z.number(),
  /** Why nothing is known. */
  problem: z.optional(problemSchema),
});
export type InputReport = z.infer<typeof inputReportSchema>;

const choice = z.object({ id: z.string(), name: z.string() });
export const armingSchema = z.object({
  modes: z.array(
    z.object({
      mode: z.enum(armingModes),
      armed: z.nullable(z.boolean()),
      scheduleId: z.nullable(z.string()),
      overrideId: z.nullable(z.string()),
    }),
  ),
  schedules: z.array(choice),
  overrides: z.array(choice),
  presets: z.array(choice),
  switches: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      what: z.enum(['motion', 'input', 'tampering', 'face', 'sound', 'schedule', 'event']),
      on: z.boolean(),
    }),
  ),
});
export type ArmingView = z.infer<typeof armingSchema>;

const id = z.string().check(z.maxLength(64));
const modes = z.array(z.enum(armingModes)).check(z.minLength(1), z.maxLength(armingModes.length));
export const armingChangeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mode'), mode: z.enum(armingModes), armed: z.boolean() }),
  z.strictObject({
    kind: z.literal('schedule'),
    modes,
    scheduleId: id,
    overrideId: z.nullable(id),
  }),
  z.strictObject({ kind: z.literal('override'), modes, overrideId: id }),
  z.strictObject({ kind: z.literal('preset'), presetId: id }),
  z.strictObject({ kind: z.literal('switch'), switchId: id, on: z.boolean() }),
]);

export const pictureChangeSchema = z.strictObject({
  brightness: z.optional(z.number()),
  contrast: z.optional(z.number()),
  mode: z.optional(z.enum(['50hz', '60hz', 'outdoor'])),
  flipped: z.optional(z.boolean()),
  mirrored: z.optional(z.boolean()),
});
