import type { Credentials, Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { signIn } from './endpoints-server.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

/** TS-CMS, TS-NVR and TS-LPR servers of TS Solution Corp. */
export const tsapi: Protocol = {
  id: 'tsapi',
  name: 'TS-API',
  document: "TS-API Programmer's Guide 0.9.20",
  defaultPort: 80,
  authentication: {
    kind: 'session',
    signIn: (account) => ({ endpoint: signIn, query: { login: encoded(account) } }),
    // "Web Sockets (RFC6455)": each one signs in by itself, whatever the session.
    socketQuery: (account) => ({ auth: encoded(account) }),
  },
  transport: 'standard',
  endpoints,
  recognition,
  operations,
};

/** "User authentication": account and password joined by a colon, as base64 of their UTF-8. */
function encoded({ username, password }: Credentials): string {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return btoa(String.fromCodePoint(...bytes));
}
