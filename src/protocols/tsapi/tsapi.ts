import type { Credentials, EndpointCall, Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { signIn } from './endpoints-server.ts';
import { identify, listCameras } from './operations.ts';
import { recognition } from './recognition.ts';

/** TS-CMS, TS-NVR and TS-LPR servers of TS Solution Corp. */
export const tsapi: Protocol = {
  id: 'tsapi',
  name: 'TS-API',
  document: "TS-API Programmer's Guide 0.9.20",
  defaultPort: 80,
  authentication: { kind: 'session', signIn: signInCall },
  transport: 'standard',
  endpoints,
  recognition,
  operations: { identify, listCameras },
};

/** "User authentication": account and password joined by a colon, as base64 of their UTF-8. */
function signInCall({ username, password }: Credentials): EndpointCall {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return { endpoint: signIn, query: { login: btoa(String.fromCodePoint(...bytes)) } };
}
