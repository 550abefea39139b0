import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from '../parsing/html.ts';
import { replyLines } from './text-reply.ts';

export interface StoredFile {
  readonly name: string;
  /** What else stands in its line; the document does not say what the columns are. */
  readonly details: readonly string[];
}

/**
 * Files of the memory card: a line each, columns apart by tabs, the name first. The document prints
 * no reply, so an empty one is taken for an empty card.
 */
export function readStorageList(text: string, operation: string): readonly StoredFile[] {
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  if (text.trim() === '') return [];
  return replyLines(text, operation).flatMap((line) => {
    const [name = '', ...details] = line.split('\t').map((cell) => cell.trim());
    return /^[\w.()-]{1,160}\.\w{1,8}$/.test(name) ? [{ name, details }] : [];
  });
}
