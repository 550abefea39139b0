import type { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Bytes from a device may not be read as anything but what our route says they are. */
const mediaPolicy = "sandbox; default-src 'none'; frame-ancestors 'none'";

export function sendMedia(
  reply: FastifyReply,
  contentType: string,
  bytes: Uint8Array | string | Readable,
): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('content-security-policy', mediaPolicy)
    .type(contentType)
    .send(bytes);
}
