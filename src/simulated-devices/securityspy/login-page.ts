import type { IncomingMessage, ServerResponse } from 'node:http';
import type { NamedPassword } from '../http/credentials.ts';
import { readBody } from '../http/read-body.ts';
import { sendHtml } from '../video-server/replies.ts';

const mostBodyBytes = 4096;

export function sendLoginPage(response: ServerResponse): void {
  sendHtml(
    response,
    'Log in',
    '<form method="post"><p><label>User <input name="username"></label></p><p><label>Password <input name="password" type="password"></label></p><p><button>Log in</button></p></form>',
  );
}

/** What the page's form sends; null when it is no such form. */
export async function readLoginForm(request: IncomingMessage): Promise<NamedPassword | null> {
  const form = new URLSearchParams((await readBody(request, mostBodyBytes)) ?? '');
  const username = form.get('username');
  const password = form.get('password');
  return username === null || password === null ? null : { username, password };
}
