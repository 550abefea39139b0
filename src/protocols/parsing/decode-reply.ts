import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import type { ReplyKind } from '../protocol.ts';
import { type ContentKind, latin1, sniffContent } from './content-sniff.ts';
import { type DecodedNode, jsonTree, xmlTree } from './decoded-node.ts';
import { looksLikeHtml } from './html.ts';
import { parseJson } from './json.ts';
import { parseParameters, refusalIn } from './parameters.ts';
import { parseVariables } from './variables.ts';
import { parseXml } from './xml.ts';

/** A reply of any row, taken apart as far as its kind tells how. */
export type DecodedReply =
  | { readonly form: 'tree'; readonly nodes: readonly DecodedNode[]; readonly omitted: number }
  | { readonly form: 'table'; readonly rows: readonly DecodedRow[]; readonly omitted: number }
  /** The text itself is all there is to read. */
  | { readonly form: 'text' }
  /** One JPEG picture, from `start` to `end` in the bytes. */
  | { readonly form: 'picture'; readonly start: number; readonly end: number }
  | { readonly form: 'bytes'; readonly what: ContentKind };

export interface DecodedRow {
  readonly name: string;
  /** One, or the elements of an array. */
  readonly values: readonly string[];
}

export interface RawReply {
  readonly kind: ReplyKind;
  readonly bytes: Uint8Array;
  /** The bytes by their charset. */
  readonly text: string;
  readonly contentTypeLine: string;
}

/** More would be slow to look through; the raw text has them all. */
const mostRows = 2000;

/**
 * @param operation the endpoint that answered; goes into the failure
 * @throws DeviceError when the reply is not what its row promises
 */
export function decodeReply(reply: RawReply, operation: string): DecodedReply {
  const { text } = reply;
  switch (reply.kind) {
    case 'json':
      return { form: 'tree', ...jsonTree(parseJson(text, z.unknown(), operation)) };
    case 'xml':
      return { form: 'tree', ...xmlTree(parseXml(text, operation)) };
    case 'variables':
      return table(parseVariables(text, operation));
    case 'parameters':
      return table(parseParameters(text, operation));
    case 'text':
      return plainText(text, operation);
    case 'html':
      // A page may lack what makes one: a device calls any text its page.
      if (text.trim() === '') throw malformed('empty-reply', operation);
      return { form: 'text' };
    case 'jpeg':
      return picture(reply, operation);
    case 'stream':
    case 'socket':
    case 'file':
      return beginning(reply);
  }
}

function malformed(
  reason: 'empty-reply' | 'html-page' | 'not-a-picture',
  operation: string,
): DeviceError {
  return new DeviceError('malformed-reply', reason, { operation });
}

function table(entries: ReadonlyMap<string, string | readonly string[]>): DecodedReply {
  const all = Array.from(entries, ([name, value]) => ({
    name,
    values: typeof value === 'string' ? [value] : value,
  }));
  const rows = all.slice(0, mostRows);
  return { form: 'table', rows, omitted: all.length - rows.length };
}

function plainText(text: string, operation: string): DecodedReply {
  if (text.trim() === '') throw malformed('empty-reply', operation);
  if (looksLikeHtml(text)) throw malformed('html-page', operation);
  const refusal = refusalIn(text, operation);
  if (refusal !== null) throw refusal;
  // "error: illegal params." of older cameras; it may go on to repeat what was sent.
  if (/^\s*error\b/i.test(text)) {
    throw new DeviceError('rejected', 'illegal-parameter', { operation });
  }
  return { form: 'text' };
}

function picture({ bytes, contentTypeLine }: RawReply, operation: string): DecodedReply {
  if (bytes.length === 0) throw malformed('empty-reply', operation);
  const what = sniffContent({ contentTypeLine, head: bytes });
  if (what === 'html') throw malformed('html-page', operation);
  if (what !== 'jpeg') throw malformed('not-a-picture', operation);
  return { form: 'picture', start: 0, end: bytes.length };
}

function beginning({ bytes, contentTypeLine }: RawReply): DecodedReply {
  const what = sniffContent({ contentTypeLine, head: bytes });
  if (what === 'multipart') return firstPicture(bytes) ?? { form: 'bytes', what };
  if (what === 'jpeg') return firstPicture(bytes) ?? { form: 'bytes', what };
  const isText = what === 'm3u8' || what === 'html' || (what === 'other' && readsAsText(bytes));
  return isText ? { form: 'text' } : { form: 'bytes', what };
}

/** The first whole picture in the beginning of a stream: what follows its end is a boundary, or nothing. */
function firstPicture(bytes: Uint8Array): DecodedReply | null {
  const start = bytes.findIndex(
    (byte, at) => byte === 0xff && bytes[at + 1] === 0xd8 && bytes[at + 2] === 0xff,
  );
  if (start === -1) return null;
  for (let end = start + 3; end < bytes.length; end += 1) {
    if (bytes[end - 1] !== 0xff || bytes[end] !== 0xd9) continue;
    const rest = latin1(bytes.subarray(end + 1, end + 5));
    if (rest === '' || /^\r?\n?--/.test(rest)) return { form: 'picture', start, end: end + 1 };
  }
  return null;
}

/** Whether nothing in the first bytes is a control that no text has. */
function readsAsText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 1024);
  return head.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
