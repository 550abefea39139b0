import type { Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

/** SecuritySpy of Ben Software, from its fifth generation on. */
export const securityspy: Protocol = {
  id: 'securityspy',
  name: 'SecuritySpy',
  document: 'SecuritySpy 6 Web Server Specification',
  defaultPort: 8000,
  authentication: { kind: 'basic' },
  // Servers lose the thread on kept-alive connections, so each request has one of its own.
  transport: 'lenient',
  endpoints,
  recognition,
  operations,
};
