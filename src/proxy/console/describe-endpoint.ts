import { type core, toJSONSchema } from 'zod/mini';
import type { EndpointView, FieldSchema } from '../../api/console.ts';
import type { Endpoint } from '../../protocols/protocol.ts';

const described = new WeakMap<Endpoint, EndpointView>();

/** A row as the browser makes a form of it. */
export function describeEndpoint(endpoint: Endpoint): EndpointView {
  const known = described.get(endpoint);
  if (known) return known;
  const { id, method, path, summary, section, role, danger, reply, secretReply, body } = endpoint;
  const view: EndpointView = {
    ...{ id, method, path, summary, section, role, danger, reply },
    secretReply: secretReply === true,
    query: schemaOf(endpoint.query),
    body: bodyOf(endpoint),
    ...(body === undefined || body === 'file' ? {} : { bodySchema: schemaOf(body) }),
  };
  described.set(endpoint, view);
  return view;
}

/** What a parameter takes; undefined for a name that the row does not have. */
export function fieldOf(schema: FieldSchema | undefined, name: string): FieldSchema | undefined {
  if (schema === undefined) return undefined;
  if (schema.properties && Object.hasOwn(schema.properties, name)) return schema.properties[name];
  const patterns = Object.entries(schema.patternProperties ?? {});
  return patterns.find(([pattern]) => new RegExp(pattern, 'u').test(name))?.[1];
}

/** A file that changes nothing is a picture to search for; any other replaces a part of a device. */
function bodyOf({ body, bodyType, danger }: Endpoint): EndpointView['body'] {
  if (body === undefined) return 'none';
  if (body === 'file') return danger === 'safe' ? 'upload' : 'no-upload';
  return bodyType ?? 'json';
}

function schemaOf(schema: core.$ZodType): FieldSchema {
  return toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as FieldSchema;
}
