/**
 * Renders cameras of the site to one-minute H.264 clips that loop without a seam: the recorder's
 * eight channels in two sizes, the cameras of the other devices that send H.264 in one.
 *
 *   npx tsx scripts/make-clips.ts            all files
 *   npx tsx scripts/make-clips.ts 3 21       only cameras 3 and 21
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
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minuteClock } from '../src/simulated-devices/scenery/clock-text.ts';
import { PictureMaker } from '../src/simulated-devices/scenery/picture.ts';
import type { SiteCamera } from '../src/simulated-devices/scenery/scene.ts';
import {
  recorderCameras,
  standardCameras,
  videoServerCameras,
} from '../src/simulated-devices/scenery/site-cameras.ts';

const folder = fileURLToPath(new URL('../src/simulated-devices/clips/', import.meta.url));
const framesPerSecond = 15;
const clipSeconds = 60;
const width = 1280;
const height = 720;

/** Scenes with much fine detail, kept near the size of the others. */
const coarser: Readonly<Record<number, number>> = { 3: 3, 4: 1, 8: 2, 22: 3, 25: 2 };

interface Profile {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Of x264: higher is smaller. */
  readonly crf: number;
  /** From one key frame to the next: each is a segment of its own. */
  readonly groupSeconds: number;
}
const main: Profile = { name: 'main', width: 1280, height: 720, crf: 39, groupSeconds: 1 };
const sub: Profile = { name: 'sub', width: 640, height: 360, crf: 38, groupSeconds: 1 };
/** There are many of these, and the repository carries them all. */
const only: Profile = { ...sub, crf: 44, groupSeconds: 2 };

interface Output {
  readonly profile: Profile;
  readonly file: string;
}

function outputsOf(camera: SiteCamera): readonly Output[] {
  const file = (name: string) => join(folder, `${name}.flv`);
  if (!recorderCameras.includes(camera))
    return [{ profile: only, file: file(`cam${camera.number}`) }];
  return [main, sub].map((profile) => ({
    profile,
    file: file(`ch${camera.number}${profile.name}`),
  }));
}

/** No picture waits for a later one. */
function encoding({ profile, file }: Output, camera: SiteCamera): string[] {
  const crf = profile.crf + (coarser[camera.number] ?? 0);
  return [
    '-map',
    `[${profile.name}]`,
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
    `${framesPerSecond * profile.groupSeconds}`,
    '-keyint_min',
    `${framesPerSecond * profile.groupSeconds}`,
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
  const outputs = outputsOf(camera);
  const labels = outputs.map((_, index) => `[copy${index}]`).join('');
  const scaled = outputs.map(
    ({ profile }, index) =>
      `[copy${index}]scale=${profile.width}:${profile.height}:flags=area[${profile.name}]`,
  );
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
      [`[0]format=yuv420p,split=${outputs.length}${labels}`, ...scaled].join(';'),
      ...outputs.flatMap((output) => encoding(output, camera)),
    ],
    { stdio: ['pipe', 'inherit', 'inherit'] },
  );
  const ended = once(ffmpeg, 'close');
  const maker = new PictureMaker(camera, width, height);
  for (let frame = 0; frame < framesPerSecond * clipSeconds; frame += 1) {
    const millisecondOfMinute = Math.round((frame * 1000) / framesPerSecond);
    const canvas = maker.draw(millisecondOfMinute, {
      channel: recorderCameras.includes(camera) ? `CH${camera.number}` : `CAM ${camera.number}`,
      title: camera.name,
      clock: minuteClock(millisecondOfMinute),
    });
    if (!ffmpeg.stdin.write(Buffer.from(canvas.data()))) await once(ffmpeg.stdin, 'drain');
  }
  ffmpeg.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${String(code)} for ${camera.name}`);
  for (const { file } of outputs) {
    const { size } = await stat(file);
    process.stdout.write(`${camera.name}: ${basename(file)} ${Math.round(size / 1024)} KiB\n`);
  }
}

await mkdir(folder, { recursive: true });
const wanted = process.argv.slice(2).map(Number);
for (const camera of [...recorderCameras, ...videoServerCameras, ...standardCameras]) {
  if (wanted.length === 0 || wanted.includes(camera.number)) await render(camera);
}
