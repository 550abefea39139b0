import type { FieldSchema } from '../../api/console.ts';
import { holdsShellCharacter } from '../../domain/shell-characters.ts';

export type SentValue = string | number | true;

/** `unfit` is the rule that a text breaks; the same rules hold in the proxy. */
export type ReadValue = { readonly value: SentValue } | { readonly unfit: FieldSchema };

/** What a typed text is sent as. */
export function readField(schema: FieldSchema, text: string): ReadValue {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return readEither(schema, branches, text);
  const unfit = { unfit: schema };
  if (schema.const !== undefined) {
    return String(schema.const) === text ? { value: schema.const as SentValue } : unfit;
  }
  if (schema.enum !== undefined) {
    const chosen = schema.enum.find((value) => String(value) === text);
    return chosen === undefined ? unfit : { value: chosen as SentValue };
  }
  if (schema.type === 'integer' || schema.type === 'number') return readNumber(schema, text);
  return readText(schema, text);
}

function readEither(
  schema: FieldSchema,
  branches: readonly FieldSchema[],
  text: string,
): ReadValue {
  const read = branches.map((branch) => readField(branch, text));
  return read.find((one) => 'value' in one) ?? { unfit: schema };
}

function readNumber(schema: FieldSchema, text: string): ReadValue {
  const value = Number(text);
  const whole = schema.type === 'number' || Number.isSafeInteger(value);
  const fits =
    text.trim() !== '' &&
    Number.isFinite(value) &&
    whole &&
    value >= (schema.minimum ?? value) &&
    value <= (schema.maximum ?? value);
  return fits ? { value } : { unfit: schema };
}

function readText(schema: FieldSchema, text: string): ReadValue {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern } = schema;
  // `const: true` beside a pattern is the bare name, which an empty text stands for.
  if (text.length < minLength || text.length > maxLength) return { unfit: schema };
  if (pattern !== undefined) {
    // JSON Schema means its patterns so; without it `\p{…}` is a list of letters.
    return new RegExp(pattern, 'u').test(text) ? { value: text } : { unfit: schema };
  }
  if (holdsShellCharacter(text)) return { unfit: { ...schema, format: 'no-shell' } };
  return { value: text };
}
