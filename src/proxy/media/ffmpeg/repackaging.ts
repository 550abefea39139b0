/**
 * Arguments that copy what the list on standard input names into FLV on standard output. The
 * address stands in that list alone: every user of a machine can read the arguments of its
 * processes, and whoever knows the address of a relay could be there before ffmpeg.
 */
export const repackagingArguments: readonly string[] = [
  ...['-hide_banner', '-nostats', '-loglevel', 'error'],
  ...['-f', 'concat', '-safe', '0', '-protocol_whitelist', 'pipe,tcp,udp,rtp,rtsp'],
  ...['-i', 'pipe:0'],
  ...['-map', '0:v:0', '-c', 'copy', '-flush_packets', '1'],
  ...['-flvflags', 'no_duration_filesize', '-f', 'flv', 'pipe:1'],
];

/** Microseconds that a device may be silent before ffmpeg gives it up. */
const silenceMicroseconds = 8_000_000;

/**
 * The list for one stream: over TCP, or over UDP where the device refuses that, and never by a
 * multicast, whose address the device could choose.
 * @param address of a relay: no account, no quote
 */
export function repackagingList(address: string): string {
  return [
    'ffconcat version 1.0',
    `file '${address}'`,
    'option rtsp_transport tcp+udp',
    'option rtsp_flags prefer_tcp',
    // The rate is of no use to a copy, and counting it takes seconds. What was read to find the
    // codec is kept, for the first key frame is in it: `nobuffer` would wait for the second.
    'option fpsprobesize 0',
    'option probesize 1000000',
    'option analyzeduration 3000000',
    'option allowed_media_types video',
    `option timeout ${silenceMicroseconds}`,
    '',
  ].join('\n');
}
