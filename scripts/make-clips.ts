/**
 * Renders the recorder's eight channels to one-minute H.264 clips that loop without a seam.
 *
 *   npx tsx scripts/make-clips.ts            all sixteen files (main and sub of each channel)
 *   npx tsx scripts/make-clips.ts 3 5        only channels 3 and 5
 *
 * Needs `ffmpeg` with libx264 on the path. The results are kept in the repository, so neither the
 * build nor the product needs this script; run it again only after a scene has changed.
 *
 * The clips carry a clock of seconds and tenths and a watermark with the millisecond of the minute;
 * both are right when a clip is played in step with the wall clock (position = now modulo 60 s).
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minuteClock } from '../src/simulated-devices/scenery/clock-text.ts';
import { PictureMaker } from '../src/simulated-devices/scenery/picture.ts';
import type { SiteCamera } from '../src/simulated-devices/scenery/scene.ts';
import { recorderCameras } from '../src/simulated-devices/scenery/site-cameras.ts';

const folder = fileURLToPath(new URL('../src/simulated-devices/clips/', import.meta.url));
const framesPerSecond = 15;
const clipSeconds = 60;
const width = 1280;
const height = 720;

/** Scenes with much fine detail, kept near the size of the others. */
const coarser: Readonly<Record<number, number>> = { 3: 3, 4: 1, 8: 2 };

/** Every second is a segment of its own; no picture waits for a later one. */
function encoding(profile: 'main' | 'sub', camera: SiteCamera, file: string): string[] {
  const crf = (profile === 'main' ? 37 : 38) + (coarser[camera.number] ?? 0);
  return [
    '-map',
    `[${profile}]`,
    '-an',
    '-c:v',
    'libx264',
    '-profile:v',
    'main',
    '-preset',
    'veryslow',
    '-tune',
    'animation',
    '-bf',
    '0',
    '-g',
    '15',
    '-keyint_min',
    '15',
    '-sc_threshold',
    '0',
    '-x264-params',
    'ipratio=1.0',
    '-crf',
    `${crf}`,
    '-pix_fmt',
    'yuv420p',
    '-r',
    '15',
    '-flvflags',
    'no_duration_filesize',
    '-f',
    'flv',
    file,
  ];
}

async function render(camera: SiteCamera): Promise<void> {
  const mainFile = join(folder, `ch${camera.number}main.flv`);
  const subFile = join(folder, `ch${camera.number}sub.flv`);
  const ffmpeg = spawn(
    'ffmpeg',
    [
      '-loglevel',
      'error',
      '-y',
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgba',
      '-s',
      `${width}x${height}`,
      '-r',
      '15',
      '-i',
      'pipe:0',
      '-filter_complex',
      '[0]format=yuv420p,split[main][large];[large]scale=640:360:flags=area[sub]',
      ...encoding('main', camera, mainFile),
      ...encoding('sub', camera, subFile),
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  const maker = new PictureMaker(camera, width, height);
  for (let frame = 0; frame < framesPerSecond * clipSeconds; frame += 1) {
    const millisecondOfMinute = Math.round((frame * 1000) / framesPerSecond);
    const canvas = maker.draw(millisecondOfMinute, {
      channel: `CH${camera.number}`,
      title: camera.name,
      clock: minuteClock(millisecondOfMinute),
    });
    if (!ffmpeg.stdin.write(Buffer.from(canvas.data()))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)} for ${camera.name}`);
  const [mainSize, subSize] = await Promise.all([stat(mainFile), stat(subFile)]);
  const inKiB = (bytes: number): number => Math.round(bytes / 1024);
  process.stdout.write(
    `channel ${camera.number} ${camera.name}: main ${inKiB(mainSize.size)} KiB, sub ${inKiB(subSize.size)} KiB\n`,
  );
}

await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2).map(Number);
for (const camera of recorderCameras) {
  if (wanted.length === 0 || wanted.includes(camera.number)) await render(camera);
}
