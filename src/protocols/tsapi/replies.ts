import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { parseJson } from '../parsing/json.ts';

/** Far more channels than a licence allows; a longer list is no list of channels. */
const mostChannels = 4096;

/** A text where there is one; anything else in its place is left out. */
export const word = z.string().optional().catch(undefined);
const switchedOn = z.boolean().catch(false);
const count = z.int().min(0).max(65_535).catch(0);
const pixels = z.int().min(1).max(65_535);

/** "Change channel": integers from 1; a number in quotes is understood too. */
export const chid = z.union([
  z.int().min(1).max(65_535),
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number),
]);

const sourceSchema = z.object({
  src: z.string(),
  protocol: word,
  profile: word,
  type: word,
  size: z.tuple([pixels, pixels]).optional().catch(undefined),
});
export type Source = z.infer<typeof sourceSchema>;

const capabilitiesSchema = z.object({
  pantilt: switchedOn,
  zoom: switchedOn,
  focus: switchedOn,
  iris: switchedOn,
  home: switchedOn,
  maxPreset: count,
  aux: count,
  digitalInputs: count,
  relayOutputs: count,
  reboot: switchedOn,
});

export type ReportedCapabilities = z.infer<typeof capabilitiesSchema>;

const channelSchema = z.object({
  chid,
  title: word,
  displayName: word,
  /** What `vod` calls the `displayName`. */
  display: word,
  caps: capabilitiesSchema.optional().catch(undefined),
  /** "Real-time video source": all that servers before 0.9.4 say of capabilities. */
  ptzSupported: z.boolean().optional().catch(undefined),
  src: z
    .array(z.unknown())
    .catch([])
    .transform((sources) => wellFormed(sources, sourceSchema)),
});
export type ReportedChannel = z.infer<typeof channelSchema>;

const statusSchema = z.object({
  chid,
  status: z.object({ code: z.int() }).optional().catch(undefined),
  recordingStatus: z
    .object({
      streaming: z.boolean(),
      recording: z.boolean(),
      timestampRecordingFailure: word,
    })
    .optional()
    .catch(undefined),
});
export type ReportedStatus = z.infer<typeof statusSchema>;

const infoSchema = z.object({
  apiVersion: word,
  siteName: word,
  timezone: z.object({ name: word, bias: word }).optional().catch(undefined),
  product: z.object({ name: word, version: word }).optional().catch(undefined),
  whoAmI: z
    .object({
      uid: word,
      name: word,
      accessRights2: z.record(z.string(), z.unknown()).optional().catch(undefined),
      accessRights: z.array(z.unknown()).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type ReportedInfo = z.infer<typeof infoSchema>;

const legacySchema = z.object({ message: z.string() });

/** "Request all at once". */
export function readInfo(text: string, operation: string): ReportedInfo {
  return parseJson(text, infoSchema, operation);
}

/** The list of `enum?what=channel` and of `vod`; entries that are no channels are left out. */
export function readChannels(text: string, operation: string): ReportedChannel[] {
  return readList(text, channelSchema, operation);
}

/** "Request channel status". */
export function readStatuses(text: string, operation: string): ReportedStatus[] {
  return readList(text, statusSchema, operation);
}

/** Whether a 404 is the answer of a server whose owner switched this generation of the API off. */
export function isLegacyDisabled(text: string): boolean {
  try {
    const { message } = parseJson(text, legacySchema, '');
    return /legacy api.{0,20}disabled/i.test(message);
  } catch (failure) {
    if (failure instanceof DeviceError) return false;
    throw failure;
  }
}

function readList<Schema extends z.ZodType>(text: string, schema: Schema, operation: string) {
  const entries = parseJson(text, z.array(z.unknown()), operation);
  if (entries.length > mostChannels) {
    throw new DeviceError('malformed-reply', 'too-large', { operation });
  }
  return wellFormed(entries, schema);
}

/** The entries that fit; what a server adds or breaks does not cost the rest. */
export function wellFormed<Schema extends z.ZodType>(
  entries: readonly unknown[],
  schema: Schema,
): z.output<Schema>[] {
  return entries.flatMap((entry) => {
    const read = schema.safeParse(entry);
    return read.success ? [read.data] : [];
  });
}
