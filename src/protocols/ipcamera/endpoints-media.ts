import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';

const rtsp = { role: 'viewer', reply: 'socket', otherPort: true } as const;
const quadSeries = '5.5.1.1 For Z/P/Q/X/W Series (RTSP)';

export const snapshot = row({
  id: 'picture.snapshot',
  path: '/cgi-bin/jpg/image.cgi',
  reply: 'jpeg',
  role: 'viewer',
  summary: 'One JPEG picture',
  section: '5.2.1 MJPEG images (snapshot) CGI request',
});

export const mjpeg = row({
  id: 'picture.mjpeg',
  path: '/',
  reply: 'stream',
  role: 'viewer',
  otherPort: true,
  summary: 'Live JPEG pictures; on port 8008 of the camera',
  section: '5.5.2 Connect video stream by http (port 8008)',
});

/** Pictures. A path cannot say so, but RTSP and MJPEG have ports of their own. */
export const mediaEndpoints: readonly Endpoint[] = [
  snapshot,
  mjpeg,
  row({
    ...rtsp,
    id: 'rtsp.h264',
    path: '/h264',
    summary: 'Live video and audio by RTSP',
    section: quadSeries,
  }),
  row({
    ...rtsp,
    id: 'rtsp.h264-2',
    path: '/h264_2',
    summary: 'Second live stream by RTSP',
    section: quadSeries,
  }),
  row({
    ...rtsp,
    id: 'rtsp.h264-3',
    path: '/h264_3',
    summary: 'Third live stream by RTSP',
    section: quadSeries,
  }),
  row({
    ...rtsp,
    id: 'rtsp.h264-4',
    path: '/h264_4',
    summary: 'Fourth live stream by RTSP',
    section: quadSeries,
  }),
  row({
    ...rtsp,
    id: 'rtsp.jpeg',
    path: '/jpeg',
    summary: 'Live JPEG pictures by RTSP',
    section: quadSeries,
  }),
  row({
    ...rtsp,
    id: 'rtsp.stream',
    path: '/{stream}',
    query: { stream: z.string().regex(/^[\w-][\w.-]{0,63}$/) },
    summary: 'Live stream by RTSP, stream1 and so on unless Network.RTSP.Stream# names it',
    section: '5.5.1.2 For R Series (RTSP)',
  }),
];
