import * as z from 'zod/mini';
import { auditEntrySchema } from './audit.ts';
import { problemSchema } from './problem.ts';

/** The part of JSON Schema that rows use for their parameters. */
export interface FieldSchema {
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly unknown[] | undefined;
  readonly anyOf?: readonly FieldSchema[] | undefined;
  readonly oneOf?: readonly FieldSchema[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
  readonly items?: FieldSchema | undefined;
  readonly minItems?: number | undefined;
  readonly properties?: Readonly<Record<string, FieldSchema>> | undefined;
  /** By a pattern of their names: parameters that only the device knows. */
  readonly patternProperties?: Readonly<Record<string, FieldSchema>> | undefined;
  readonly required?: readonly string[] | undefined;
}

const fieldSchema = z.custom<FieldSchema>((value) => typeof value === 'object' && value !== null);

const roles = ['viewer', 'operator', 'supervisor', 'administrator'] as const;
export const dangers = ['safe', 'disruptive', 'destructive'] as const;
const replyKinds = [
  'json',
  'variables',
  'parameters',
  'text',
  'xml',
  'html',
  'jpeg',
  'stream',
  'file',
  'socket',
] as const;

/** A documented endpoint as its row describes it. */
export const endpointSchema = z.object({
  id: z.string(),
  method: z.enum(['GET', 'POST', 'PUT', 'DELETE']),
  path: z.string(),
  summary: z.string(),
  section: z.string(),
  role: z.enum(roles),
  danger: z.enum(dangers),
  reply: z.enum(replyKinds),
  secretReply: z.boolean(),
  query: fieldSchema,
  /** `upload` is sent from here, `no-upload` is not: it could make a device useless. */
  body: z.enum(['none', 'json', 'form', 'upload', 'no-upload']),
  bodySchema: z.optional(fieldSchema),
});
export type EndpointView = z.infer<typeof endpointSchema>;

/** Reply of `GET /api/devices/{id}/endpoints`. */
export const endpointListSchema = z.object({
  /** Title and version of the document that the rows follow. */
  document: z.string(),
  endpoints: z.array(endpointSchema),
});
export type EndpointList = z.infer<typeof endpointListSchema>;

/** Bytes of a picture that a search takes. */
export const mostUploadBytes = 2 * 1024 * 1024;

/** Body of `POST /api/devices/{id}/endpoints/{endpointId}`. */
export const consoleCallSchema = z.strictObject({
  query: z.record(
    z.string().check(z.maxLength(256)),
    z.union([z.string().check(z.maxLength(8192)), z.number(), z.literal(true)]),
  ),
  body: z.optional(z.unknown()),
  /** Base64 of an upload. */
  file: z.optional(z.string().check(z.maxLength(Math.ceil(mostUploadBytes / 3) * 4))),
  /** `true` for what disturbs the site, the name of the device for what may destroy. */
  confirm: z.optional(z.union([z.literal(true), z.string().check(z.maxLength(256))])),
  /** Asks for the secrets of the reply; recorded as such. */
  reveal: z.optional(z.boolean()),
});
export type ConsoleCall = z.infer<typeof consoleCallSchema>;

export interface ReplyNode {
  readonly name: string;
  readonly text?: string | undefined;
  readonly children?: readonly ReplyNode[] | undefined;
}

const nodeSchema: z.ZodMiniType<ReplyNode> = z.object({
  name: z.string(),
  text: z.optional(z.string()),
  children: z.optional(z.array(z.lazy(() => nodeSchema))),
});

const decodedSchema = z.discriminatedUnion('form', [
  z.object({
    form: z.literal('tree'),
    nodes: z.readonly(z.array(nodeSchema)),
    omitted: z.number(),
  }),
  z.object({
    form: z.literal('table'),
    rows: z.readonly(
      z.array(z.object({ name: z.string(), values: z.readonly(z.array(z.string())) })),
    ),
    omitted: z.number(),
  }),
  z.object({ form: z.literal('text') }),
  /** Base64 of one JPEG. */
  z.object({ form: z.literal('picture'), jpeg: z.string() }),
  /** What the first bytes are: `flv`, `mpeg-ts`, `other` and so on. */
  z.object({ form: z.literal('bytes'), what: z.string() }),
]);
export type DecodedView = z.infer<typeof decodedSchema>;

export const consoleReplySchema = z.object({
  audit: auditEntrySchema,
  tookMs: z.number(),
  /** Absent where no answer came; `problem` says why. */
  status: z.optional(z.number()),
  contentType: z.string(),
  /** How many bytes were read, and what ended it: the reply, a bound of ours, or a lost connection. */
  bytes: z.number(),
  ended: z.enum(['whole', 'bytes', 'time', 'lost']),
  problem: z.optional(problemSchema),
  decoded: z.optional(decodedSchema),
  /** Absent for a reply that is no text, and where all of it is a secret. */
  raw: z.optional(z.string()),
  /** The first bytes of a reply that is no text, two digits each. */
  hex: z.optional(z.string()),
  /** Whether something in the reply was hidden. */
  masked: z.boolean(),
});
export type ConsoleReply = z.infer<typeof consoleReplySchema>;
