import type { Protocol } from '../protocol.ts';
import { endpoints } from './endpoints.ts';
import { operations } from './operations.ts';
import { recognition } from './recognition.ts';

export const plainStream: Protocol = {
  id: 'plain-stream',
  name: 'Plain stream',
  document: 'The bytes at the address: MJPEG, JPEG, HLS, HTTP-FLV, RTSP',
  defaultPort: 80,
  authentication: { kind: 'basic' },
  transport: 'lenient',
  onlyPictures: true,
  endpoints,
  recognition,
  operations,
};
