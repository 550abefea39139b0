import type { ConsoleCall, EndpointView } from '../../api/console.ts';
import { t } from '../../messages/t.ts';
import { takesText } from './field-words.ts';
import type { EndpointForm, FormField } from './form-fields.ts';
import { readField, type SentValue } from './read-field.ts';

export interface NamedValue {
  readonly id: number;
  readonly name: string;
  readonly value: string;
}

/** What a person has typed, kept as texts: an error loses nothing. */
export interface FormValues {
  /** By place and name, e.g. `query.value`; an absent or empty one is not sent. */
  readonly texts: Readonly<Record<string, string>>;
  readonly named: readonly NamedValue[];
  readonly json: string;
  /** An upload in Base64, with what it is called here. */
  readonly file: { readonly name: string; readonly base64: string } | null;
}

export type FieldErrors = Readonly<Record<string, string>>;
/** Place of a field in texts and errors. */
export type Place = 'query' | 'body';

export function fieldKey(place: Place, name: string): string {
  return `${place}.${name}`;
}

export const jsonKey = 'body';
export const fileKey = 'file';
export const namedKey = (id: number) => `named.${id}`;

export function emptyValues(endpoint: EndpointView): FormValues {
  // Where the device's own names are asked for, the first one stands ready.
  const named = endpoint.query.patternProperties ? [{ id: 1, name: '', value: '' }] : [];
  return { texts: {}, named, json: jsonStart(endpoint), file: null };
}

/** The call that the form describes, or why there is none. */
export function readForm(
  endpoint: EndpointView,
  form: EndpointForm,
  values: FormValues,
): { readonly call: ConsoleCall } | { readonly errors: FieldErrors } {
  const errors: Record<string, string> = {};
  const query = readFields('query', form.query, values, errors);
  readNamed(form, values, query, errors);
  const call: ConsoleCall = { query };
  if (endpoint.body === 'form') call.body = readFields('body', form.body, values, errors);
  if (endpoint.body === 'json') call.body = readJson(values.json, errors);
  if (endpoint.body === 'upload') {
    if (values.file === null) errors[fileKey] = t('console.file.missing');
    else call.file = values.file.base64;
  }
  return Object.keys(errors).length === 0 ? { call } : { errors };
}

function readFields(
  place: Place,
  fields: readonly FormField[],
  { texts }: FormValues,
  errors: Record<string, string>,
): Record<string, SentValue> {
  const sent: Record<string, SentValue> = {};
  for (const field of fields) {
    const { name, kind, schema, required } = field;
    const key = fieldKey(place, name);
    const text = kind === 'fixed' ? String(schema.const) : (texts[key] ?? '');
    if (text === '' && !required) continue;
    if (text === '' && takesBareName(field)) {
      sent[name] = true;
      continue;
    }
    const read = readField(schema, text);
    if ('value' in read) sent[name] = read.value;
    else if (text === '') {
      errors[key] = t('console.field.missing', { takes: takesText(name, schema) });
    } else errors[key] = takesText(name, read.unfit);
  }
  return sent;
}

/** Whether a parameter may stand without a value. */
export function takesBareName({ schema }: FormField): boolean {
  return (schema.anyOf ?? schema.oneOf ?? []).some((branch) => branch.const === true);
}

function readNamed(
  { openNames }: EndpointForm,
  { named }: FormValues,
  query: Record<string, SentValue>,
  errors: Record<string, string>,
): void {
  for (const { id, name, value } of named) {
    if (name === '' && value === '') continue;
    const rule = openNames.find(({ pattern }) => new RegExp(pattern, 'u').test(name));
    const read = rule && readField(rule.schema, value);
    if (read === undefined) {
      const titles = openNames.map(({ title }) => title).join(', ');
      errors[namedKey(id)] = t('console.named.unknown', { titles });
    } else if ('value' in read) query[name] = read.value;
    else errors[namedKey(id)] = takesText(name, read.unfit);
  }
}

function readJson(text: string, errors: Record<string, string>): unknown {
  try {
    return JSON.parse(text);
  } catch {
    errors[jsonKey] = t('console.json.broken');
    return undefined;
  }
}

/** The names that a body must have, to be filled in. */
function jsonStart({ body, bodySchema }: EndpointView): string {
  return body === 'json' && bodySchema !== undefined
    ? JSON.stringify(startOf(bodySchema), null, 2)
    : '';
}

function startOf(schema: NonNullable<EndpointView['bodySchema']>): unknown {
  const branch = (schema.anyOf ?? schema.oneOf)?.[0];
  if (branch !== undefined) return startOf(branch);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.items !== undefined) return [startOf(schema.items)];
  if (schema.type === 'integer' || schema.type === 'number') return schema.minimum ?? 0;
  if (schema.type === 'boolean') return false;
  if (schema.type !== 'object') return '';
  const { properties = {}, required = [] } = schema;
  return Object.fromEntries(
    required.flatMap((name) => {
      const field = properties[name];
      return field === undefined ? [] : [[name, startOf(field)]];
    }),
  );
}
