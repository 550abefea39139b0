import * as z from 'zod/mini';

/**
 * Server to window over `/ws/changes`, JSON text. A change names what to read again and never
 * carries it, so that it needs no authorisation of its own. `hello` comes first.
 */
export const changeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), version: z.string(), nowMs: z.number() }),
  z.object({ type: z.literal('cameras') }),
  z.object({ type: z.literal('devices') }),
  z.object({ type: z.literal('views') }),
  z.object({ type: z.literal('people') }),
  z.object({ type: z.literal('camera-groups') }),
  z.object({ type: z.literal('sessions') }),
  z.object({ type: z.literal('kiosks') }),
  /** Outputs, arming or the picture of some camera were changed. */
  z.object({ type: z.literal('site-control') }),
  /** Some export was ordered, moved on a good way, or ended. */
  z.object({ type: z.literal('exports') }),
  z.object({ type: z.literal('cases') }),
  /** Sent every 10 s; a window that hears nothing for 15 s reconnects. */
  z.object({ type: z.literal('beat'), nowMs: z.number() }),
]);
export type Change = z.infer<typeof changeSchema>;
