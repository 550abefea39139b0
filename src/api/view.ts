import * as z from 'zod/mini';
import { streamQualities } from '../domain/stream.ts';
import { alarmPolicies, pictureFits, wallLayouts } from '../domain/view.ts';

export const viewContentSchema = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(64)),
  layout: z.enum(wallLayouts),
  cells: z
    .array(
      z.nullable(
        z.strictObject({
          cameraId: z.string(),
          fit: z.enum(pictureFits),
          quality: z.enum([...streamQualities, 'auto']),
        }),
      ),
    )
    .check(z.maxLength(100)),
  alarmPolicy: z._default(z.enum(alarmPolicies), 'border'),
});
export type ViewContent = z.infer<typeof viewContentSchema>;

export const viewSchema = z.object({ id: z.string(), ...viewContentSchema.shape });
export const viewListSchema = z.object({ views: z.array(viewSchema) });
