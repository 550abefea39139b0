import * as z from 'zod/mini';
import { tourKinds } from '../domain/tour.ts';

const windowId = z.string().check(z.maxLength(64));
/** As the token of a device may be. */
const presetId = z.string().check(z.maxLength(128));
const name = z.string().check(z.maxLength(64));

export const presetSchema = z.object({
  id: z.string(),
  number: z.number(),
  name: z.string(),
  /** When the picture was taken that shows where the preset looks, epoch ms; absent without one. */
  picturedAtMs: z.optional(z.number()),
});
export type PresetView = z.infer<typeof presetSchema>;
export const presetListSchema = z.object({ presets: z.array(presetSchema) });

/** Bytes of the picture that a window may send along with a preset. */
export const mostPictureBytes = 128 * 1024;
/** Body of `POST …/presets`; an `id` of null is the next free place. */
export const newPresetSchema = z.strictObject({
  windowId,
  id: z.nullable(presetId),
  name,
  /** What the window shows of the camera, a JPEG in base64; kept where the device gives no picture. */
  picture: z.optional(z.base64().check(z.maxLength(4 * Math.ceil(mostPictureBytes / 3)))),
});
export const renamedPresetSchema = z.strictObject({ name });
/** Body of every request that moves a camera and says nothing else. */
export const steeringRequestSchema = z.strictObject({ windowId });

export const tourSchema = z.object({
  id: z.string(),
  kind: z.enum(tourKinds),
  number: z.number(),
  name: z.string(),
  editable: z.boolean(),
  way: z.optional(z.enum(['vertical', 'horizontal'])),
});
export type TourView = z.infer<typeof tourSchema>;
export const tourListSchema = z.object({
  tours: z.array(tourSchema),
  /** The tour that was started last by us and not stopped since; null where none was. */
  startedId: z.nullable(z.string()),
});

export const tourPlanSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sequence'),
    name,
    stops: z
      .array(
        z.strictObject({
          presetId,
          dwellSeconds: z.number().check(z.gte(0), z.lte(3600)),
          speed: z.int().check(z.gte(0), z.lte(14)),
        }),
      )
      .check(z.maxLength(256)),
  }),
  z.strictObject({
    kind: z.enum(['autopan', 'cruise']),
    mark: z.nullable(z.enum(['start', 'end'])),
    direction: z.nullable(z.enum(['left', 'right'])),
    speed: z.nullable(z.int().check(z.gte(0), z.lte(3))),
  }),
]);
export const savedTourSchema = z.strictObject({ windowId, plan: tourPlanSchema });
