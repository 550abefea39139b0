import type { ContractFixtures } from '../contract-cases.ts';
import { sources } from './fixtures/sources.ts';

const entryTarget = '/live/gate';

export const plainStreamFixtures: ContractFixtures = {
  documented: ['GET /gate.flv'],
  device: { entryTarget, peeks: { [entryTarget]: sources.flv } },
  recognised: {
    'MJPEG of ffmpeg': sources.ffmpegMjpeg,
    'MJPEG of motion': sources.motionMjpeg,
    'MJPEG before its first frame': sources.silentMjpeg,
    'FLV without a type': sources.flv,
    'RTSP of GStreamer': sources.rtsp,
    'an HLS playlist': sources.playlist,
    'a still picture': sources.snapshot,
  },
  secrets: [],
  harmlessChanges: {},
  skips: {
    'operations on cut replies': 'it calls no endpoint, only peeks at the address',
    'picture settings of every channel': 'a bare source has none',
    'abilities of every camera that turns': 'a bare source does not turn',
  },
};
