import type { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from './html.ts';

const byteOrderMark = '\uFEFF';

/**
 * Reads a JSON reply into the shape that the schema describes.
 * @param operation the endpoint that answered, e.g. `tsapi.enum.channel`; goes into the failure
 * @throws DeviceError `malformed-reply`: `empty-reply`, `html-page`, `not-json`, or
 *   `unexpected-reply` with the path of the first field that does not fit. Never quotes the reply,
 *   which may hold a password.
 */
export function parseJson<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  operation: string,
): z.output<Schema> {
  const body = (text.startsWith(byteOrderMark) ? text.slice(1) : text).trim();
  if (body === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  if (looksLikeHtml(body)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // The engine's own message quotes the text around the fault, so it is left behind.
    throw new DeviceError('malformed-reply', 'not-json', { operation });
  }
  const read = safely(schema, value, operation);
  if (read.success) return read.data;
  const path = read.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new DeviceError('malformed-reply', 'unexpected-reply', {
    operation,
    ...(path === '' ? {} : { detail: path }),
  });
}

/** A reply nested deeper than the stack overflows the validator; that is the reply's fault too. */
function safely<Schema extends z.ZodType>(schema: Schema, value: unknown, operation: string) {
  try {
    return schema.safeParse(value);
  } catch {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
  }
}
