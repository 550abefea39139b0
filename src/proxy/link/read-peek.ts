import type { Peek } from '../../protocols/protocol.ts';
import type { Answer } from './authenticated-transport.ts';
import { type BodyBounds, boundedBody } from './bounded-body.ts';
import { bareType, headerOf } from './transport.ts';

/** What an answer says of itself, and how its body begins. */
export async function readPeek(answer: Answer, bounds: BodyBounds): Promise<Peek> {
  const line = headerOf(answer, 'content-type') ?? '';
  return {
    status: answer.status,
    contentType: bareType(line),
    contentTypeLine: line,
    server: headerOf(answer, 'server') ?? '',
    authenticate: headerOf(answer, 'www-authenticate') ?? '',
    head: await boundedBody(answer.body, { ...bounds, cut: true }, 'peek'),
  };
}
