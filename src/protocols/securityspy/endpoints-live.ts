import { z } from 'zod';
import type { Endpoint } from '../protocol.ts';
import { row } from './endpoint-row.ts';
import { camera, framesPerSecond, onOff, percent, pixels } from './query-fields.ts';

const size = { width: pixels.optional(), height: pixels.optional() };
const fps = framesPerSecond.optional();

export const liveJpeg = row({
  id: 'video.jpeg',
  path: 'video',
  query: {
    cameraNum: camera,
    ...size,
    quality: percent.optional(),
    fps,
    vcodec: z.literal('jpeg').optional(),
  },
  reply: 'stream',
  summary: 'Live video as a multipart stream of JPEG pictures',
  section: 'get_live_video',
});

export const liveH26x = row({
  id: 'video.h26x',
  path: 'video',
  query: {
    cameraNum: camera,
    ...size,
    quality: percent.optional(),
    fps,
    vcodec: z.enum(['h264', 'h265', 'h26x']),
  },
  reply: 'stream',
  summary: 'Live video as a multipart stream of H.264 or H.265; with h26x the server chooses',
  section: 'get_live_video',
});

export const liveRtsp = row({
  id: 'video.rtsp',
  otherPort: true,
  path: 'stream',
  // A server that reads acodec first ignores vcodec, so the order of the fields is that of the wire.
  query: {
    cameraNum: camera,
    ...size,
    fps,
    vcodec: z.enum(['h264', 'h265', 'h26x']).optional(),
    acodec: z.enum(['aac', 'ulaw', 'pcm', 'none']).optional(),
  },
  reply: 'socket',
  summary:
    'Live video and sound over RTSP on the port of HTTP: a socket of its own, never a reply; asked ' +
    'over HTTP it is a 404',
  section: 'get_rtsp_stream',
});

export const hlsMaster = row({
  id: 'hls.adaptive',
  path: 'hls',
  query: { cameraNum: camera },
  summary: 'Playlist of HTTP Live Streaming that names three qualities',
  section: 'get_hls_stream',
});

export const hlsPlaylist = row({
  id: 'hls.fixed',
  path: 'hls_mediaplaylist',
  query: { cameraNum: camera, quality: z.literal([0, 1, 2]).optional() },
  summary: 'Playlist of HTTP Live Streaming in one quality: 0 low, 1 medium, 2 high',
  section: 'get_hls_media_playlist',
});

export const stillImage = row({
  id: 'image',
  path: 'image',
  query: { cameraNum: camera, ...size, quality: percent.optional() },
  reply: 'jpeg',
  summary: 'One JPEG picture; 404 while the camera is away',
  section: 'get_still_image',
});

export const multiplexPage = row({
  id: 'multiplex',
  path: 'multiplex',
  query: {
    cameras: z.string().regex(/^\d{1,4}(?:,\d{1,4}){0,99}$/),
    cropMode: z.literal([0, 1, 2]).optional(),
    format: z.literal([0, 1]).optional(),
    fps,
    border: z.int().min(0).max(1000).optional(),
    camInfo: onOff.optional(),
    hiRes: onOff.optional(),
  },
  reply: 'html',
  summary: 'Page of the server itself: a grid of live cameras',
  section: 'get_multiplex_view',
});

export const listenAudio = row({
  id: 'audio.listen',
  path: 'audio',
  query: { cameraNum: camera },
  reply: 'stream',
  summary: 'Live sound: G.711 µ-law, 8000 Hz, mono',
  section: 'get_audio_stream',
});

export const talkAudio = row({
  id: 'audio.talk',
  method: 'POST',
  path: 'audio',
  query: { cameraNum: camera },
  body: 'file',
  role: 'operator',
  danger: 'disruptive',
  summary: 'Play G.711 µ-law, 8000 Hz, mono, through the loudspeaker of a camera',
  section: 'send_two_way_audio',
});

/** Pictures and sound as they happen. */
export const liveEndpoints: readonly Endpoint[] = [
  liveJpeg,
  liveH26x,
  liveRtsp,
  hlsMaster,
  hlsPlaylist,
  stillImage,
  multiplexPage,
  listenAudio,
  talkAudio,
];
