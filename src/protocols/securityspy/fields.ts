import { z } from 'zod';
import { parseJson } from '../parsing/json.ts';
import { parseXml, type XmlElement } from '../parsing/xml.ts';

/**
 * What a reply says of one thing, by its own names and as text: XML writes `true`, older XML `yes`,
 * JSON a boolean or a number. Fields that are empty are left out.
 */
export type Fields = ReadonlyMap<string, string>;

const recordSchema = z.record(z.string(), z.unknown());

/** Either form of a reply, before anything is known of its fields. */
type Reply =
  | { readonly form: 'xml'; readonly root: XmlElement }
  | { readonly form: 'json'; readonly root: unknown };

/** Reads XML or JSON, whichever came: servers that do not know a format answer in another. */
export function readReply(text: string, operation: string): Reply {
  if (/^\uFEFF?\s*</.test(text)) return { form: 'xml', root: parseXml(text, operation) };
  return { form: 'json', root: parseJson(text, recordSchema, operation) };
}

export function fieldsOfElement(element: XmlElement | undefined): Fields {
  return nonEmpty(element?.children.map(({ name, text }) => [name, text]) ?? []);
}

/** Empty for anything but an object. */
export function fieldsOfValue(value: unknown): Fields {
  const read = recordSchema.safeParse(value);
  const entries = read.success ? Object.entries(read.data) : [];
  return nonEmpty(entries.map(([name, one]) => [name, scalarText(one)]));
}

/** The text of the first of several names that says something. */
export function fieldOf(fields: Fields, ...names: readonly string[]): string | undefined {
  const name = names.find((one) => fields.has(one));
  return name === undefined ? undefined : fields.get(name);
}

/** A whole number within limits; undefined for anything else. */
export function integerField(
  fields: Fields,
  [minimum, maximum]: readonly [number, number],
  ...names: readonly string[]
): number | undefined {
  const text = fieldOf(fields, ...names) ?? '';
  if (!/^[+-]?\d{1,15}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= minimum && value <= maximum ? value : undefined;
}

/** Undefined where the reply says neither. */
export function switchField(fields: Fields, ...names: readonly string[]): boolean | undefined {
  const text = fieldOf(fields, ...names)?.toLowerCase() ?? '';
  if (/^(?:true|yes|1|armed)$/.test(text)) return true;
  return /^(?:false|no|0|disarmed)$/.test(text) ? false : undefined;
}

function scalarText(value: unknown): string {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
}

function nonEmpty(entries: readonly (readonly [string, string])[]): Fields {
  return new Map(entries.filter(([, text]) => text !== ''));
}
