import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type EventFaults, garbage } from '../events/event-faults.ts';
import { answeredByEventFault } from '../events/fault-answer.ts';
import { multipartType } from '../live/picture-stream.ts';
import { type EventSources, readQuestion, writeEvents } from './event-data.ts';
import { failure, sendRaw, writeHead } from './raw-reply.ts';

const boundary = 'eventdata';
const intervalMs = 500;
const mostWaitingBytes = 256 * 1024;

export interface EventCgiOptions {
  readonly sources: EventSources;
  /** While true, a monitor stays open and says nothing. */
  readonly silent: () => boolean;
  readonly faults: EventFaults;
  /** The connections of all open monitors. */
  readonly monitors: Set<Socket>;
}

/** `eventdata.cgi` (5.4.2): once, or again and again until the viewer leaves. */
export function answerEvents(
  options: EventCgiOptions,
  query: URLSearchParams,
  response: ServerResponse,
): void {
  const { sources, faults } = options;
  const action = query.get('action');
  const question = readQuestion(sources, query);
  if (action !== 'get' && action !== 'monitor')
    return void sendRaw(response, failure('action must be get or monitor'));
  if ('problem' in question) return void sendRaw(response, failure(question.problem));
  const keepsQuiet = action === 'monitor' && ['silent', 'garbage'].includes(faults.current ?? '');
  if (!keepsQuiet && answeredByEventFault(response, faults)) return;
  if (action === 'monitor') {
    return void monitor(response, options, () => `${writeEvents(sources, question, ' ')}\r\n`);
  }
  const body = writeEvents(sources, question, '');
  return void sendRaw(response, {
    status: 200,
    headers: [
      ['Content-type', 'text/plain'],
      ['Content-length', String(Buffer.byteLength(body))],
    ],
    lineEnd: '\r\n',
    body,
  });
}

function monitor(
  response: ServerResponse,
  { silent, faults, monitors }: EventCgiOptions,
  write: () => string,
): void {
  const { socket } = response;
  if (socket === null || socket.destroyed) return;
  const type = multipartType(boundary);
  socket.write(
    writeHead({ status: 200, headers: [['Content-type', type]], lineEnd: '\r\n', body: '' }),
  );
  const send = (): void => {
    if (silent() || faults.current === 'silent') return;
    if (socket.writableLength > mostWaitingBytes) return void socket.destroy();
    const part = faults.current === 'garbage' ? garbage : write();
    const head = `--${boundary}\r\nContent-Type: text/plain\r\nContent-Length: ${Buffer.byteLength(part)}\r\n\r\n`;
    socket.write(head + part);
  };
  send();
  const timer = setInterval(send, intervalMs);
  monitors.add(socket);
  socket.on('close', () => {
    clearInterval(timer);
    monitors.delete(socket);
  });
}
