import type { core } from 'zod/mini';
import type { ConsoleCall, FieldSchema } from '../../api/console.ts';
import { holdsShellCharacter } from '../../domain/shell-characters.ts';
import type { Endpoint, EndpointCall } from '../../protocols/protocol.ts';
import { RequestFault } from '../request-fault.ts';
import { describeEndpoint, fieldOf } from './describe-endpoint.ts';

/** Three repetitions of four characters, then what is left over. */
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Holds what a person typed against the row, before anything is sent.
 * @throws RequestFault `invalid-input` that names the field and what it takes, never its value
 */
export function checkCall(endpoint: Endpoint, call: ConsoleCall): EndpointCall {
  const view = describeEndpoint(endpoint);
  const query = endpoint.query.safeParse(call.query);
  if (!query.success) throw inputFault(query.error.issues, view.query);
  refuseShellCharacters(call.query, view.query);
  return {
    endpoint,
    // Only what the schema of the row has let through.
    query: query.data as EndpointCall['query'],
    ...bodyOf(endpoint, call, view.bodySchema),
  };
}

function bodyOf(
  endpoint: Endpoint,
  call: ConsoleCall,
  schema: FieldSchema | undefined,
): Pick<EndpointCall, 'body'> {
  if (endpoint.body === undefined) {
    if (call.body === undefined && call.file === undefined) return {};
    throw new RequestFault('invalid-input', 'body');
  }
  if (endpoint.body === 'file') return { body: upload(endpoint, call.file) };
  const body = endpoint.body.safeParse(call.body);
  if (!body.success) throw inputFault(body.error.issues, schema, 'body');
  if (endpoint.bodyType === 'form') refuseShellCharacters(call.body, schema);
  return { body: body.data };
}

/** Uploads that replace firmware, pages or settings are out of bounds; a picture to search for is not. */
function upload(endpoint: Endpoint, file: string | undefined): Uint8Array {
  if (describeEndpoint(endpoint).body === 'no-upload') throw new RequestFault('upload-refused');
  if (file === undefined || file === '' || !base64.test(file)) {
    throw new RequestFault('invalid-input', 'file');
  }
  return Buffer.from(file, 'base64');
}

function inputFault(
  issues: readonly core.$ZodIssue[],
  schema: FieldSchema | undefined,
  fallback?: string,
): RequestFault {
  const [issue] = issues;
  const path = (issue?.path ?? []).map(String);
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const name = [...path, ...(unknown === undefined ? [] : [unknown])].join('.') || fallback;
  const [first] = path;
  const rule = first === undefined ? undefined : fieldOf(schema, name ?? first);
  return new RequestFault('invalid-input', name, rule === undefined ? {} : { rule: { ...rule } });
}

/** A text that the row gives no form of its own may hold no beginning of a command. */
function refuseShellCharacters(values: unknown, schema: FieldSchema | undefined): void {
  for (const [name, value] of Object.entries(values ?? {})) {
    if (typeof value !== 'string' || !holdsShellCharacter(value)) continue;
    const field = fieldOf(schema, name);
    if (field === undefined || !isFreeText(field)) continue;
    throw new RequestFault('invalid-input', name, { rule: { ...field, format: 'no-shell' } });
  }
}

function isFreeText(field: FieldSchema): boolean {
  const either = field.anyOf ?? field.oneOf;
  if (either) return either.some(isFreeText);
  return (
    field.type === 'string' &&
    field.pattern === undefined &&
    field.enum === undefined &&
    field.const === undefined
  );
}
