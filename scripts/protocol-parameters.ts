import { z } from 'zod';
import type { Endpoint } from '../src/protocols/protocol.ts';

interface FieldSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly title?: string;
}

interface Group {
  readonly names: string[];
  readonly rule: string;
  readonly optional: boolean;
}

/**
 * Parameters of a row for people to read: names, what each takes, `?` where it may be left out. The
 * fields of a form are its parameters too.
 */
export function describeParameters({ query, body, bodyType }: Endpoint): string {
  const parts = [describeFields(query)];
  if (bodyType === 'form' && body instanceof z.ZodObject) parts.push(describeFields(body));
  return parts.filter((part) => part !== '').join('; ');
}

function describeFields(fields: z.ZodObject): string {
  const groups = new Map<string, Group>();
  const {
    properties = {},
    patternProperties = {},
    required = [],
  } = z.toJSONSchema(fields, { unrepresentable: 'any', io: 'input' });
  for (const [name, schema] of Object.entries(properties)) {
    const rule = typeof schema === 'boolean' ? '' : ruleOf(schema as FieldSchema);
    const optional = !required.includes(name);
    // Eight accounts with three fields each read better as three lines than as twenty-four.
    const key = `${name.replaceAll(/\d+/g, '#')} ${rule} ${optional}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { names: [name], rule, optional });
    else group.names.push(name);
  }
  const named = Object.entries(patternProperties).map(([pattern, schema]) => {
    const { title = pattern, ...rule } = schema as FieldSchema;
    return describeGroup({ names: [title], rule: ruleOf(rule), optional: true });
  });
  return [...Array.from(groups.values(), describeGroup), ...named].join('; ');
}

function describeGroup({ names, rule, optional }: Group): string {
  const first = names[0] ?? '';
  const last = names.at(-1) ?? '';
  const shown = names.length > 2 ? `\`${first}\` to \`${last}\`` : names.map(quoted).join(', ');
  return `${shown}${optional ? '?' : ''}${rule === '' ? '' : `: ${rule}`}`;
}

const quoted = (name: string) => `\`${name}\``;

function ruleOf(schema: FieldSchema): string {
  if (schema.anyOf !== undefined) return unique(schema.anyOf.map(ruleOf)).join(' or ');
  if (schema.const === true) return 'without a value';
  if (schema.const !== undefined) return String(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(', ');
  if (schema.type === 'integer' || schema.type === 'number') return numberRule(schema);
  const words: string[] = [];
  if (schema.format === 'password') words.push('password');
  if (schema.maxLength !== undefined) words.push(`at most ${schema.maxLength} characters`);
  if (schema.pattern !== undefined) words.push('of a given form');
  return words.join(', ');
}

/** Limits of the number type itself say nothing. */
function numberRule({ minimum, maximum }: FieldSchema): string {
  const low = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const high = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (low !== undefined && high !== undefined) return `${low} to ${high}`;
  if (low !== undefined) return `${low} or more`;
  if (high !== undefined) return `${high} or less`;
  return 'a whole number';
}

function unique(words: readonly string[]): string[] {
  return [...new Set(words)].filter((word) => word !== '');
}
