import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import { refusalIn } from '../parsing/parameters.ts';

/** More lines than any reply has; what comes after is not looked at. */
const mostLines = 10_000;

/** @throws DeviceError where a reply is empty, a page, or says with status 200 that it failed */
export function refuseFailure(text: string, operation: string): void {
  if (text.trim() === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  const refusal = refusalIn(text, operation);
  if (refusal !== null) throw refusal;
}

/** Lines of a plain reply, without the empty ones; fails like `refuseFailure`. */
export function replyLines(text: string, operation: string): readonly string[] {
  refuseFailure(text, operation);
  return text
    .split(/\r?\n/, mostLines)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Passes on what was read; an answer of which nothing could be read is not one. */
export function something<Read>(read: Read | undefined, operation: string): Read {
  if (read !== undefined) return read;
  throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
}
