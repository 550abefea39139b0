import type { Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

/** Cameras of DynaColor, which many makes sell under their own names. */
export const ipcamera: Protocol = {
  id: 'ipcamera',
  name: 'IP Camera Standard API',
  document: 'IP Camera Standard API - Interface Specification 5.0.0',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  // The document prints bare line feeds after some header lines (5.1.1.3, 5.1.3).
  transport: 'lenient',
  endpoints,
  recognition,
  operations,
};
