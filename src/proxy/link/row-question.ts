import type { EndpointCall, ReplyKind } from '../../protocols/protocol.ts';
import type { Question } from './authenticated-transport.ts';
import { requestBody } from './reply-text.ts';
import { requestTarget } from './request-target.ts';

/** How rows travel whose reply is no short text. */
const purposes: Partial<Record<ReplyKind, Question['purpose']>> = {
  stream: 'media',
  socket: 'media',
  jpeg: 'file',
  file: 'file',
};

/** What asks a row of any kind. */
export function rowQuestion(call: EndpointCall, operation: string): Omit<Question, 'signal'> {
  const { endpoint } = call;
  return {
    ...requestBody(call.body, endpoint.bodyType),
    method: endpoint.method,
    target: requestTarget(call),
    place: { name: operation, provesPassword: false },
    // A row may want more rights than our account has; that says nothing of its password.
    expectsRefusal: true,
    purpose: purposes[endpoint.reply] ?? 'call',
    overSocket: endpoint.reply === 'socket',
  };
}
