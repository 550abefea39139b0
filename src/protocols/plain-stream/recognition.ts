import { type ContentKind, sniffContent } from '../parsing/content-sniff.ts';
import type { Peek, Recognition, Verdict } from '../protocol.ts';
import { playable } from './source.ts';

/** Below what any protocol claims of its own devices, so that a plain stream never hides one. */
const confidence = 0.6;

/** What was seen, by the kind of body. */
const seen: Partial<Record<ContentKind, string>> = {
  multipart: 'multipart/x-mixed-replace',
  jpeg: 'JPEG',
  m3u8: '#EXTM3U',
  flv: 'FLV',
  sdp: 'RTSP',
};

export const recognition: Recognition = {
  target: (entryTarget) => entryTarget,
  judge,
};

function judge(answer: Peek): Verdict | null {
  if (answer.status !== 200) return null;
  const content = sniffContent(answer);
  const evidence = seen[content];
  return playable.has(content) && evidence !== undefined ? { confidence, evidence } : null;
}
