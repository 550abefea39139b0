import { looksLikeHtml } from './html.ts';

/** What a body is. `silence` is a body that has not begun, and whose header promises nothing. */
export type ContentKind =
  | 'jpeg'
  | 'multipart'
  | 'flv'
  | 'm3u8'
  | 'sdp'
  | 'mpeg-ts'
  | 'html'
  | 'other'
  | 'silence';

/** What answers at an address, as the first bytes and the header tell. */
export interface SniffedAnswer {
  /** The whole `Content-Type` line, parameters included; empty where there was none. */
  readonly contentTypeLine: string;
  /** The first bytes of the body; at most 4096 are looked at. */
  readonly head: Uint8Array;
}

const transportPacketBytes = 188;
const syncByte = 0x47;

/** A boundary line and the part header that follows it; some servers begin with an empty line. */
const partStart = /^(?:\r?\n)?--[^\r\n]{1,200}\r?\n((?:[\w-]{1,64}:[^\r\n]{0,400}\r?\n)+)/;
const partType = /^content-type:[ \t]*([^\s;]+)/im;

/**
 * Decides by the bytes first: servers mislabel (a multipart body as `application/octet-stream`,
 * FLV without any type). The header decides only where the body says nothing yet.
 */
export function sniffContent(answer: SniffedAnswer): ContentKind {
  const head = answer.head.subarray(0, 4096);
  const type = answer.contentTypeLine.split(';')[0]?.trim().toLowerCase() ?? '';
  if (head.length === 0) return promised(type);
  if (head[0] === 0xff && head[1] === 0xd8 && type.startsWith('multipart/')) return 'multipart';
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) return 'jpeg';
  if (head[0] === 0x46 && head[1] === 0x4c && head[2] === 0x56) return 'flv';
  if (isTransportStream(head)) return 'mpeg-ts';
  const text = latin1(head);
  if (/^(?:\u00ef\u00bb\u00bf)?\s*#EXTM3U/.test(text)) return 'm3u8';
  // The description of a session (RFC 8866), which RTSP answers with.
  if (/^v=0\r?\n[\s\S]*^m=video /m.test(text)) return 'sdp';
  if (looksLikeHtml(text)) return 'html';
  const part = partStart.exec(text);
  if (part !== null) {
    const inside = partType.exec(part[1] ?? '')?.[1]?.toLowerCase() ?? 'image/jpeg';
    return inside === 'image/jpeg' || inside === 'image/jpg' ? 'multipart' : 'other';
  }
  // The first bytes may stop inside the boundary line or come before it.
  return type === 'multipart/x-mixed-replace' ? 'multipart' : 'other';
}

function promised(type: string): ContentKind {
  if (type === 'multipart/x-mixed-replace') return 'multipart';
  if (type === 'video/x-flv') return 'flv';
  return 'silence';
}

function isTransportStream(head: Uint8Array): boolean {
  if (head[0] !== syncByte || head.length <= transportPacketBytes) return false;
  for (let at = 0; at < head.length; at += transportPacketBytes) {
    if (head[at] !== syncByte) return false;
  }
  return true;
}

/** One byte, one character, so that no byte sequence can fail. */
export function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
