import type { Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

export const ipcam: Protocol = {
  id: 'ipcam',
  name: 'IPCAM CGI',
  document: 'IPCAM CGI SDK 2.1',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  // Every reply closes its connection, and clones differ in how they end header lines.
  transport: 'lenient',
  endpoints,
  recognition,
  operations,
};
