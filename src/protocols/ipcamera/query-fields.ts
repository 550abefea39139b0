import { z } from 'zod';

/** Several fields of which any may be left out, but not all: a request without one does nothing. */
export function atLeastOne(fields: Readonly<Record<string, z.ZodType>>): z.ZodObject {
  const optional = Object.entries(fields).map(([name, field]) => [name, field.optional()] as const);
  return z
    .strictObject(Object.fromEntries(optional))
    .refine((query) => Object.values(query).some((value) => value !== undefined))
    .meta({ minProperties: 1 });
}

/** A list of words from a closed set, joined by commas. */
export function wordList(words: readonly string[]) {
  const one = `(?:${words.join('|')})`;
  return z.string().regex(new RegExp(`^${one}(?:,${one}){0,31}$`));
}

/** `Group`, `Group.Name` or several of them (5.1.1.1). */
const groupName = '[A-Za-z]\\w{0,63}(?:\\.\\w{1,64}){0,11}';
export const group = z.string().regex(new RegExp(`^${groupName}$`));
export const groupList = z.string().regex(new RegExp(`^${groupName}(?:,${groupName}){0,63}$`));

/** "Valid characters are a thru z, A thru Z and 0 thru 9" (5.1.2). */
export const accountName = z.string().regex(/^[A-Za-z0-9]{1,64}$/);
export const accountPassword = accountName.meta({ format: 'password' });

/** Numbers of inputs or outputs, as `1` or `1,2` (5.4.1). */
export const portList = z.string().regex(/^[1-9]\d?(?:,[1-9]\d?){0,31}$/);

/** A file of the local storage; the document's example is `A_20110101_010101.avi` (5.1.5). */
export const storedFile = z.string().regex(/^(?!\.)[\w.()-]{1,160}$/);

/** -100 to 100 for each axis (5.3.1.1). */
const percent = '-?(?:100|[1-9]?\\d)';
export const panTiltSpeed = z.string().regex(new RegExp(`^${percent},${percent}$`));
export const speed = z.int().min(-100).max(100);

/** A point of the picture (5.3.1.1, `center`). */
export const point = z.string().regex(/^\d{1,5},\d{1,5}$/);

/** Steps of a motorised lens (5.3.1.1, `zoomsteps` and `focussteps`). */
export const lensSteps = z.literal([
  1, 2, 4, 8, 16, 32, 64, 128, -1, -2, -4, -8, -16, -32, -64, -128,
]);

export const presetNumber = z.int().min(1).max(256);
const presetNumberText = '(?:[1-9]\\d?|1\\d\\d|2[0-4]\\d|25[0-6])';
/** At most 31 characters, no `~` (5.3.1.3); a control character would never be shown. */
const presetNameText = '[^~\\p{Cc}]{1,31}';
export const presetName = z.string().regex(new RegExp(`^${presetNameText}$`, 'u'));
export const numberedPresetName = z
  .string()
  .regex(new RegExp(`^${presetNumberText},${presetNameText}$`, 'u'));

/** `GMT-12...GMT+13` (5.1.14.2). */
export const timeZone = z.string().regex(/^GMT(?:-(?:1[0-2]|\d)|\+(?:1[0-3]|\d))?$/);
