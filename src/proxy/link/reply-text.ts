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

/** How the body of a call travels. */
export function requestBody(body: unknown): {
  body: string | Uint8Array | undefined;
  contentType: string | undefined;
} {
  if (body === undefined) return { body: undefined, contentType: undefined };
  if (body instanceof Uint8Array) return { body, contentType: 'application/octet-stream' };
  if (typeof body === 'string') return { body, contentType: 'text/plain; charset=utf-8' };
  return { body: JSON.stringify(body), contentType: 'application/json' };
}
