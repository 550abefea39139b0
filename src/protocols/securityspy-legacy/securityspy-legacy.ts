import type { Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

/** SecuritySpy servers up to the fourth generation. */
export const securityspyLegacy: Protocol = {
  id: 'securityspy-legacy',
  name: 'SecuritySpy legacy',
  document: 'SecuritySpy Web Server HTTP Specification (++ paths)',
  // The document names no port; servers report 8000 unless somebody changed it.
  defaultPort: 8000,
  authentication: { kind: 'basic' },
  // The MPEG-4 example prints header lines without their CR, and servers of this make keep
  // connections open wrongly: one request per socket, and any line end, suits both.
  transport: 'lenient',
  endpoints,
  recognition,
  operations,
};
