import * as hls from 'hls-parser';
import { DeviceError } from '../../domain/device-error.ts';
import type { StreamQuality } from '../../domain/stream.ts';

// Without this the parser writes every slip of a device to the console.
hls.setOptions({ silent: true });

export const largestPlaylistBytes = 1024 * 1024;
const mostLines = 10_000;
const mostLiveSegments = 64;
const mostEndedSegments = 2000;
const longestTarget = 2048;
/** Only ever a base for relative names; nothing is asked there. */
const nowhere = 'http://device.invalid';

export interface PlaylistPlace {
  /** Path and query that the playlist came from; relative names start there. */
  readonly target: string;
  readonly quality: StreamQuality;
  readonly isOwnHost: (hostname: string) => boolean;
  /** Our own name for a segment of the device; `sequence` is absent for an initialisation. */
  readonly nameOf: (target: string, sequence?: number) => string;
}

export type ReadPlaylist =
  | { readonly kind: 'master'; readonly target: string }
  | {
      readonly kind: 'media';
      readonly text: string;
      readonly targetSeconds: number;
      readonly firstSequence: number;
    };

const refuse = (detail: string) =>
  new DeviceError('malformed-reply', 'not-a-stream', { operation: 'playlist', detail });

/**
 * Path and query of a name in a playlist, on the registered origin. A name on any other host is
 * refused: it would make us an errand boy for whoever wrote the playlist.
 */
export function anchored(name: string, place: Pick<PlaylistPlace, 'target' | 'isOwnHost'>): string {
  const base = `${nowhere}${place.target}`;
  const url = URL.canParse(name, base) ? new URL(name, base) : null;
  if (url === null) throw refuse('address');
  const isOurs = url.origin === nowhere || isOwnAddress(url, place.isOwnHost);
  const target = `${url.pathname}${url.search}`;
  if (!isOurs || target.length > longestTarget) throw refuse('foreign address');
  return target;
}

function isOwnAddress(url: URL, isOwnHost: (hostname: string) => boolean): boolean {
  return (url.protocol === 'http:' || url.protocol === 'https:') && isOwnHost(url.hostname);
}

/** @throws DeviceError `html-page` or `not-a-stream` */
export function readPlaylist(text: string, place: PlaylistPlace): ReadPlaylist {
  const trimmed = text.replace(/^\uFEFF/, '').trimStart();
  if (trimmed.startsWith('<')) throw new DeviceError('malformed-reply', 'html-page');
  if (!trimmed.startsWith('#EXTM3U')) throw refuse('no #EXTM3U');
  if (lineCount(trimmed) > mostLines) throw new DeviceError('malformed-reply', 'too-large');
  const playlist = parsed(trimmed);
  if (playlist instanceof hls.types.MasterPlaylist) {
    return { kind: 'master', target: chosenVariant(playlist, place) };
  }
  return emitted(playlist, place);
}

function lineCount(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

type MasterPlaylist = hls.types.MasterPlaylist;
type MediaPlaylist = hls.types.MediaPlaylist;

function parsed(text: string): MasterPlaylist | MediaPlaylist {
  try {
    return hls.parse(text);
  } catch {
    throw refuse('syntax');
  }
}

/** The full picture is the variant with the most bits, the small one that with the fewest. */
function chosenVariant(playlist: MasterPlaylist, place: PlaylistPlace): string {
  const variants = playlist.variants.filter((variant) => variant.isIFrameOnly !== true);
  const byBits = variants.toSorted((one, other) => one.bandwidth - other.bandwidth);
  const chosen = byBits.at(place.quality === 'main' ? -1 : 0);
  if (chosen?.uri === undefined) throw refuse('no variant');
  return anchored(chosen.uri, place);
}

/** Written anew from what we understand: no line of the device reaches the browser. */
function emitted(playlist: MediaPlaylist, place: PlaylistPlace): ReadPlaylist {
  const most = playlist.endlist ? mostEndedSegments : mostLiveSegments;
  const segments = playlist.segments.slice(-most);
  const first = segments[0];
  const longest = Math.max(0, ...segments.map((segment) => seconds(segment.duration)));
  const targetSeconds = Math.min(
    60,
    Math.max(1, Math.ceil(longest), seconds(playlist.targetDuration)),
  );
  const lines = [
    '#EXTM3U',
    '#EXT-X-VERSION:6',
    `#EXT-X-TARGETDURATION:${Math.round(targetSeconds)}`,
  ];
  const firstSequence = whole(first?.mediaSequenceNumber);
  lines.push(`#EXT-X-MEDIA-SEQUENCE:${firstSequence}`);
  const breaks = whole(first?.discontinuitySequence) - (first?.discontinuity ? 1 : 0);
  if (breaks > 0) lines.push(`#EXT-X-DISCONTINUITY-SEQUENCE:${breaks}`);
  if (playlist.independentSegments) lines.push('#EXT-X-INDEPENDENT-SEGMENTS');
  let map = '';
  for (const segment of segments) {
    if (segment.byterange || segment.map?.byterange || isEncrypted(segment.key)) {
      throw new DeviceError('unsupported', 'not-supported', { operation: 'playlist' });
    }
    if (segment.discontinuity) lines.push('#EXT-X-DISCONTINUITY');
    const mapName = segment.map?.uri ? place.nameOf(anchored(segment.map.uri, place)) : '';
    if (mapName !== map && mapName !== '') lines.push(`#EXT-X-MAP:URI="${mapName}"`);
    map = mapName;
    const at = segment.programDateTime;
    if (at && !Number.isNaN(at.getTime()))
      lines.push(`#EXT-X-PROGRAM-DATE-TIME:${at.toISOString()}`);
    if (segment.gap) lines.push('#EXT-X-GAP');
    lines.push(`#EXTINF:${seconds(segment.duration).toFixed(3)},`);
    const sequence = whole(segment.mediaSequenceNumber);
    lines.push(place.nameOf(anchored(segment.uri, place), sequence));
  }
  if (playlist.endlist) lines.push('#EXT-X-ENDLIST');
  return { kind: 'media', text: `${lines.join('\n')}\n`, targetSeconds, firstSequence };
}

function isEncrypted(key: { readonly method: string } | null | undefined): boolean {
  return key != null && key.method !== 'NONE';
}

function seconds(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) && value > 0 ? Math.min(value, 60) : 0;
}

function whole(value: number | undefined): number {
  return Number.isSafeInteger(value) && value !== undefined && value > 0 ? value : 0;
}
