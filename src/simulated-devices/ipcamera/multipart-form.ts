export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
}

/** The first file of a `multipart/form-data` body (RFC 1867); null when there is none. */
export function readUpload(contentType: string | undefined, body: Buffer): UploadedFile | null {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (boundary === undefined) return null;
  let at = body.indexOf(`--${boundary}`);
  while (at >= 0) {
    const headEnd = body.indexOf('\r\n\r\n', at);
    const end = headEnd < 0 ? -1 : body.indexOf(`\r\n--${boundary}`, headEnd + 2);
    if (headEnd < 0 || end < 0) return null;
    const head = body.subarray(at, headEnd).toString('utf8');
    // The document's sample has spaces inside the quotes.
    const name = /filename="([^"]*)"/i.exec(head)?.[1]?.trim();
    if (name !== undefined)
      return { name, content: body.subarray(headEnd + 4, Math.max(end, headEnd + 4)) };
    at = end + 2;
  }
  return null;
}
