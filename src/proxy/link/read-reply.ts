import type { DeviceReply } from '../../protocols/protocol.ts';
import type { Answer } from './authenticated-transport.ts';
import { type BodyBounds, boundedBody } from './bounded-body.ts';
import { replyText } from './reply-text.ts';
import { bareType, headerOf } from './transport.ts';

/** The whole of a short answer. */
export async function readReply(
  answer: Answer,
  bounds: BodyBounds,
  { operation, receivedAtMs }: { readonly operation: string; readonly receivedAtMs: number },
): Promise<DeviceReply> {
  const line = headerOf(answer, 'content-type') ?? '';
  const bytes = await boundedBody(answer.body, bounds, operation);
  const dateMs = Date.parse(headerOf(answer, 'date') ?? '');
  return {
    status: answer.status,
    contentType: bareType(line),
    text: replyText(bytes, line),
    ...(Number.isNaN(dateMs) ? {} : { dateMs }),
    receivedAtMs,
  };
}
