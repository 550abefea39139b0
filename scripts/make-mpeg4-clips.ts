/**
 * Renders the older server's cameras to one-minute MPEG-4 clips that loop without a seam.
 *
 *   npx tsx scripts/make-mpeg4-clips.ts
 *
 * Needs `ffmpeg` on the path. The results are kept in the repository, so neither the build nor the
 * product needs this script; run it again only after a scene has changed.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minuteClock } from '../src/simulated-devices/scenery/clock-text.ts';
import { PictureMaker } from '../src/simulated-devices/scenery/picture.ts';
import type { SiteCamera } from '../src/simulated-devices/scenery/scene.ts';
import { olderServerCameras } from '../src/simulated-devices/scenery/site-cameras.ts';

const folder = fileURLToPath(new URL('../src/simulated-devices/clips/', import.meta.url));
const framesPerSecond = 4;
const clipSeconds = 60;
const width = 320;
const height = 240;

async function render(camera: SiteCamera): Promise<void> {
  const input = `-f rawvideo -pix_fmt rgba -s ${width}x${height} -r ${framesPerSecond} -i pipe:0`;
  const output = `-an -c:v mpeg4 -q:v 20 -g ${framesPerSecond * 2} -bf 0 -pix_fmt yuv420p -f m4v`;
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...`-loglevel error -y ${input} ${output}`.split(' '),
      join(folder, `cam${camera.number}.m4v`),
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  const maker = new PictureMaker(camera, width, height);
  for (let frame = 0; frame < framesPerSecond * clipSeconds; frame += 1) {
    const millisecondOfMinute = Math.round((frame * 1000) / framesPerSecond);
    const canvas = maker.draw(millisecondOfMinute, {
      channel: `CAM ${camera.number}`,
      title: camera.name,
      clock: minuteClock(millisecondOfMinute),
    });
    if (!ffmpeg.stdin.write(Buffer.from(canvas.data()))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)} for ${camera.name}`);
}

for (const camera of olderServerCameras) await render(camera);
