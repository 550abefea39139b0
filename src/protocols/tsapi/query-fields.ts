import { z } from 'zod';

/** A parameter that is sent as a bare name. */
export const flag = z.literal(true);

/** A parameter that the document writes as `=true` or `=false`. */
export const choice = z.enum(['true', 'false']);

/** Object attributes also take digits ("Parameters for human"). */
export const attributeChoice = z.enum(['true', 'false', '1', '0']);

/** Channels are integers that start at 1 ("Change channel"). */
export const channel = z.int().min(1).max(9999);

/** One or more channels, or parking lots, as `1` or `1,2,3`. */
export const channelList = z.string().regex(/^[1-9]\d{0,3}(?:,[1-9]\d{0,3})*$/);

/** "JSON data indentation @0.5.0". */
export const indent = z.int().min(0).max(8);

/** A tag of "List of languages supported"; one example of the document writes `en_US`. */
export const language = z.string().regex(/^[A-Za-z]{2,3}(?:[-_][A-Za-z]{1,8}){0,2}$/);

const iso8601 =
  '\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?:Z|[+-]\\d{2}(?::?\\d{2})?)?';

/** "Date and time notation in ISO 8601 format"; without an offset it is the server's local time. */
export const timestamp = z.string().regex(new RegExp(`^${iso8601}$`));

/** `when` of the vendor's player also takes three words ("Display recorded video"). */
export const playerTime = z.string().regex(new RegExp(`^(?:now|today|yesterday|${iso8601})$`));

/** A number with one unit, seconds where there is none ("Recorded video source"). */
export const duration = z.string().regex(/^\d{1,9}(?:w|d|h|m|s|ms)?$/);

/** Free text, such as a name or a keyword. */
export const text = z.string().min(1).max(256);

/** One token that a device gave out, such as that of a preset. */
export const token = z.string().regex(/^[^,&#\s]{1,128}$/);

/** Several tokens that a device gave out, such as relay or preset ids. */
export const tokenList = z.string().regex(/^[^,&#\s]{1,128}(?:,[^,&#\s]{1,128})*$/);

export const base64 = z.string().regex(/^[A-Za-z0-9+/_-]{1,1024}={0,2}$/);

/** A list of words from a closed set, such as `red,blue`. */
export function wordList(words: readonly string[]) {
  const one = `(?:${words.join('|')})`;
  return z.string().regex(new RegExp(`^${one}(?:,${one})*$`));
}

/** Speed and direction along one axis, between -1 and 1 ("Pan tilt control"). */
export const speed = z.number().min(-1).max(1);

/** Both axes as `0.5,-0.5`; the vertical one may be left out ("Pan tilt control"). */
const axis = '-?(?:1(?:\\.0+)?|0(?:\\.\\d{1,6})?|\\.\\d{1,6})';
export const direction = z.union([flag, z.string().regex(new RegExp(`^${axis}(?:,${axis})?$`))]);

/** One name inside a path; a slash or a dot-dot cannot pass. */
export const pathName = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

export function fileName(extension: string) {
  return z.string().regex(new RegExp(`^(?!\\.)[A-Za-z0-9_.()-]{1,160}\\.(?:${extension})$`));
}

/** Paging and order of a log ("Search event log"). */
export const page = {
  at: z.int().min(0).optional(),
  maxCount: z.int().min(1).optional(),
  sort: z.enum(['desc', 'asc']).optional(),
};

export const timeRange = { timeBegin: timestamp.optional(), timeEnd: timestamp.optional() };
