import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from './html.ts';

const mostParts = 10_000;
const lineEnd = /\r\n|\r|\n/;

interface OpenPart {
  inHeader: boolean;
  readonly lines: string[];
}

/**
 * Reads the parts of a `multipart/mixed` text, with LF, CRLF or CR between lines. A part without a
 * boundary after it may have been cut short and is dropped.
 * @param contentTypeLine the whole header, which names the boundary; where it does not, or names
 *   one that the body never uses, the first line of the body that begins with `--` is believed
 * @param operation the endpoint that answered; goes into the failure
 * @throws DeviceError `malformed-reply`: `empty-reply`, `html-page`, `too-large`, or
 *   `unexpected-reply` where no boundary stands in the text
 */
export function readMultipartText(
  text: string,
  contentTypeLine: string,
  operation: string,
): readonly string[] {
  if (text.trim() === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  const lines = text.split(lineEnd);
  const delimiter = delimiterOf(lines, contentTypeLine);
  if (delimiter === undefined) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
  }
  const parts: string[] = [];
  let part: OpenPart | undefined;
  for (const line of lines) {
    const bare = line.trimEnd();
    const last = bare === `${delimiter}--`;
    if (last || bare === delimiter) {
      if (part !== undefined) parts.push(contentOf(part));
      if (parts.length > mostParts) {
        throw new DeviceError('malformed-reply', 'too-large', { operation });
      }
      if (last) break;
      part = { inHeader: true, lines: [] };
    } else if (part?.inHeader) {
      part.inHeader = line !== '';
    } else {
      part?.lines.push(line);
    }
  }
  return parts;
}

/** The line between two parts. Some devices write the two dashes into the header already. */
function delimiterOf(lines: readonly string[], contentTypeLine: string): string | undefined {
  const found = /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentTypeLine);
  const named = found?.[1] ?? found?.[2];
  const candidates = named === undefined ? [] : [`--${named}`, named];
  const used = lines.slice(0, 100).map((line) => line.trimEnd());
  return (
    candidates.find((candidate) => used.includes(candidate)) ??
    used.find((line) => /^--[^\s-]/.test(line))
  );
}

/** A line end before the boundary belongs to the boundary. */
function contentOf({ lines }: OpenPart): string {
  return lines.join('\n').replace(/\n$/, '');
}
