import type { Clip } from '../clip/flv-clip.ts';
import { mediaTracks } from './media-tracks.ts';

const sequenceParameterSet = 7;
const nalType = (unit: Uint8Array): number => (unit[0] ?? 0) & 0x1f;

/**
 * Describes a stream as the document's sample does (5.5.3.1), its odd `packetization-mode=28` and
 * the port of the sound included: that is what such cameras send.
 */
export function describeSession(name: string, clip: Clip, nowMs: number): string {
  const [video, audio] = mediaTracks;
  const sets = clip.parameterSets;
  const profile = sets.find((unit) => nalType(unit) === sequenceParameterSet)?.subarray(1, 4);
  const level = Buffer.from(profile ?? [])
    .toString('hex')
    .toUpperCase();
  const sprop = sets.map((unit) => Buffer.from(unit).toString('base64')).join(',');
  const title = 'Session streamed by "nessyMediaServer"';
  const lines = [
    'v=0',
    `o=- ${Math.floor(nowMs)}000 1 IN IP4 0.0.0.0`,
    `s=${title}`,
    `i=${name}`,
    't=0 0',
    'a=tool:LIVE555 Streaming Media v2010.04.09',
    'a=type:broadcast',
    'a=control:*',
    'a=range:npt=0-',
    `a=x-qt-text-nam:${title}`,
    `a=x-qt-text-inf:${name}`,
    `m=video 0 RTP/AVP ${video.payloadType}`,
    'c=IN IP4 0.0.0.0',
    `a=rtpmap:${video.payloadType} H264/${video.clockRate}`,
    `a=fmtp:${video.payloadType} packetization-mode=28;profile-level-id=${level};sprop-parameter-sets=${sprop}`,
    `a=control:${video.control}`,
    `a=framerate:${clip.framesPerSecond.toFixed(6)}`,
    `m=audio 7878 RTP/AVP ${audio.payloadType}`,
    `a=rtpmap:${audio.payloadType} PCMU/${audio.clockRate}/1`,
    `a=control:${audio.control}`,
  ];
  return lines.map((line) => `${line}\r\n`).join('');
}
