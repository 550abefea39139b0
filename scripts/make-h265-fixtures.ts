/**
 * Makes the short H.265 streams that tests read: ten pictures of a test pattern, as an encoder gives
 * them, and as the proxy hands them to a browser.
 *
 *   npx tsx scripts/make-h265-fixtures.ts
 *
 * Needs `ffmpeg` with libx265 on the path; the results are kept in the repository.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AccessUnits } from '../src/proxy/media/h26x/access-units.ts';
import { flvVideoHeader } from '../src/proxy/media/h26x/flv-writer.ts';

const pathOf = (file: string) => fileURLToPath(new URL(`../src/${file}`, import.meta.url));
const bare = pathOf('proxy/media/h26x/fixtures/ten-pictures.h265');
const asFlv = pathOf('playback/flv/fixtures/ten-pictures-h265.flv');
const pictureMs = 200;
/** Each access unit begins with one, because the encoder is told so. */
const delimiter = Buffer.from([0, 0, 0, 1, 0x46, 0x01]);

execFileSync('ffmpeg', [
  ...['-loglevel', 'error', '-y', '-f', 'lavfi', '-i', 'testsrc=size=160x90:rate=5'],
  ...['-frames:v', '10', '-pix_fmt', 'yuv420p', '-c:v', 'libx265', '-preset', 'slow'],
  ...['-x265-params', 'log-level=none:keyint=5:bframes=0:aud=1:info=0:repeat-headers=1:crf=40'],
  ...['-f', 'hevc', bare],
]);

const whole = readFileSync(bare);
const starts: number[] = [];
for (let at = whole.indexOf(delimiter); at !== -1; at = whole.indexOf(delimiter, at + 1)) {
  starts.push(at);
}
const units = new AccessUnits();
const tags = starts.flatMap((from, index) =>
  units.read(whole.subarray(from, starts[index + 1]), index * pictureMs),
);
writeFileSync(asFlv, Buffer.concat([flvVideoHeader, ...tags.map(({ bytes }) => bytes)]));
