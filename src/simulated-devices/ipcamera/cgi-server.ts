import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CommandDesk } from '../control/command-desk.ts';
import { obeyed, refused } from '../control/device-command.ts';
import { findAccount, readBasic } from '../http/credentials.ts';
import type { Accounts, Rights } from './accounts.ts';
import type { Cgi } from './cgi-table.ts';
import { readUpload } from './multipart-form.ts';
import { bare, failure, failureOf, sendRaw } from './raw-reply.ts';

const folder = '/cgi-bin/';
const mostBodyBytes = 16 * 1024 * 1024;

/** Whether a request may go on; answers it with 401 where not (4.1.1: also for want of rights). */
export function admits(
  accounts: Accounts,
  realm: string,
  least: Rights,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const account = findAccount(accounts.all, readBasic(request.headers.authorization));
  if (account !== null && (least === 'viewer' || account.rights === 'administrator')) return true;
  sendRaw(response, {
    status: 401,
    headers: [
      ['WWW-Authenticate', `Basic realm="${realm}"`],
      ['Content-Type', 'text/html'],
    ],
    lineEnd: '\r\n',
    body: '<html><head><title>401 Unauthorized</title></head><body>Unauthorized</body></html>\r\n',
  });
  return false;
}

export interface CgiServerOptions {
  readonly accounts: Accounts;
  readonly realm: string;
  readonly table: ReadonlyMap<string, Cgi>;
  readonly desk: CommandDesk;
}

type ReplyCgi = Extract<Cgi, { readonly kind: 'reply' }>;

/** Finds the CGI of a request and lets it answer. */
export class CgiServer {
  readonly #accounts: Accounts;
  readonly #realm: string;
  readonly #table: ReadonlyMap<string, Cgi>;
  readonly #desk: CommandDesk;

  constructor({ accounts, realm, table, desk }: CgiServerOptions) {
    this.#accounts = accounts;
    this.#realm = realm;
    this.#table = table;
    this.#desk = desk;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    if (!URL.canParse(target, 'http://device')) return void sendRaw(response, bare(400));
    const url = new URL(target, 'http://device');
    const cgi = url.pathname.startsWith(folder)
      ? this.#table.get(url.pathname.slice(folder.length))
      : undefined;
    if (cgi === undefined) return void sendRaw(response, bare(404));
    if (!admits(this.#accounts, this.#realm, cgi.rights, request, response)) return;
    if (request.method !== (cgi.kind === 'upload' ? 'POST' : 'GET'))
      return void sendRaw(response, bare(400));
    const query = url.searchParams;
    switch (cgi.kind) {
      case 'reply':
        return void this.#reply(cgi, query, response);
      case 'own':
        return void cgi.answer(query, response);
      case 'upload': {
        const body = await readBody(request);
        if (body === null) return void sendRaw(response, bare(400));
        const file = readUpload(request.headers['content-type'], body);
        return void sendRaw(response, cgi.answer(query, file));
      }
    }
  }

  #reply(cgi: ReplyCgi, query: URLSearchParams, response: ServerResponse): void {
    const command = cgi.noted?.(query) ?? null;
    if (command === null) return void sendRaw(response, cgi.answer(query), cgi.after);
    let reply = failure('the device is busy');
    this.#desk.take(
      response,
      command,
      () => {
        reply = cgi.answer(query);
        const problem = failureOf(reply);
        return problem === null ? obeyed('done') : refused(problem);
      },
      () => sendRaw(response, reply, cgi.after),
    );
  }
}

/** Null for a body that is too long or ends before it is whole. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      bytes += part.length;
      if (bytes > mostBodyBytes) return null;
      parts.push(part);
    }
  } catch {
    return null;
  }
  return Buffer.concat(parts);
}
