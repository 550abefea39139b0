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

/** Whether an answer goes on; `both-ways` is a socket that is handed over. */
export type Lasting = boolean | 'both-ways';

const overSocket = { false: true, true: 'kept-alive', 'both-ways': 'both-ways' } as const;

/**
 * What asks a row of any kind.
 * @param lasts it answers for as long as somebody listens, or talks with it over a socket
 */
export function rowQuestion(
  call: EndpointCall,
  operation: string,
  lasts: Lasting = false,
): Omit<Question, 'signal'> {
  const { endpoint } = call;
  return {
    ...requestBody(call.body, endpoint.bodyType),
    method: endpoint.method,
    target: requestTarget(call),
    place: { name: operation, provesPassword: false },
    // A row may want more rights than our account has; that says nothing of its password.
    expectsRefusal: true,
    // What lasts would use up the sockets of the calls.
    purpose: lasts !== false ? 'media' : (purposes[endpoint.reply] ?? 'call'),
    overSocket: endpoint.reply === 'socket' && overSocket[`${lasts}`],
  };
}
