import * as z from 'zod/mini';

/** `GET /api/site`: what a window must know before it draws anything. */
export const siteSchema = z.object({
  name: z.string(),
  /** The embedded demo site of simulated devices. */
  demo: z.boolean(),
  version: z.string(),
  /** The proxy's clock, epoch ms, so that a window can tell its own skew. */
  nowMs: z.number(),
  zone: z.string(),
  /** When the copy was made that stands in for a damaged registry, epoch ms. */
  restoredFromMs: z.optional(z.number()),
  protocols: z.array(z.object({ id: z.string(), name: z.string(), defaultPort: z.number() })),
});
export type Site = z.infer<typeof siteSchema>;
