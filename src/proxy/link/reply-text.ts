import { DeviceError } from '../../domain/device-error.ts';
import type { Endpoint } from '../../protocols/protocol.ts';

/** The text of a reply, by the charset it names; UTF-8 where it names none that we know. */
export function replyText(bytes: Uint8Array, contentTypeLine: string): string {
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(contentTypeLine)?.[1];
  return decoderFor(charset).decode(bytes);
}

function decoderFor(charset: string | undefined): InstanceType<typeof TextDecoder> {
  if (charset === undefined) return new TextDecoder();
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

/**
 * How the body of a call travels.
 * @throws DeviceError `illegal-parameter` for a form with a field that is neither text nor number
 */
export function requestBody(
  body: unknown,
  bodyType: Endpoint['bodyType'] = 'json',
): {
  body: string | Uint8Array | undefined;
  contentType: string | undefined;
} {
  if (body === undefined) return { body: undefined, contentType: undefined };
  if (body instanceof Uint8Array) return { body, contentType: 'application/octet-stream' };
  if (typeof body === 'string') return { body, contentType: 'text/plain; charset=utf-8' };
  if (bodyType === 'form') {
    return { body: formBody(body), contentType: 'application/x-www-form-urlencoded' };
  }
  return { body: JSON.stringify(body), contentType: 'application/json' };
}

/** Fields that are left undefined are left out: a device changes only what it is sent. */
function formBody(body: unknown): string {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (value === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'number') {
      throw new DeviceError('rejected', 'illegal-parameter', { detail: name });
    }
    form.append(name, String(value));
  }
  return form.toString();
}
