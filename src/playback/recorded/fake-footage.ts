import type { RecordedFileView } from '../../api/recordings.ts';
import { routes } from '../../api/routes.ts';

/** Ten seconds, each a little lighter than the one before: 16 and 20 more with every second. */
const clip = '/src/playback/recorded/fixtures/ten-seconds.mp4';
const clipMs = 10_000;

/** A file of the fixture that begins at an instant. */
export function fileAt(fromMs: number, over: Partial<RecordedFileView> = {}): RecordedFileView {
  return {
    fileId: `f${fromMs}`,
    cameraId: 'c1',
    fromMs,
    toMs: fromMs + clipMs,
    kind: 'continuous',
    type: 'video/mp4',
    ...over,
  };
}

export const addressOfClip = ({ fileId }: Pick<RecordedFileView, 'fileId'>) => `${clip}?${fileId}`;

/** What the proxy answers about these files: the one that holds a moment, else the nearest one. */
export function findAmong(
  files: readonly RecordedFileView[],
  atMs: number,
  otherwise: 'after' | 'before' = 'after',
) {
  if (otherwise === 'before') {
    const before = files.filter(({ fromMs }) => fromMs <= atMs);
    return before.sort((one, other) => other.fromMs - one.fromMs)[0] ?? null;
  }
  const [found] = files
    .filter(({ toMs }) => toMs > atMs)
    .sort((one, other) => one.fromMs - other.fromMs);
  return found ?? null;
}

/** A proxy for tests with one camera and its files. */
export interface FakeFootage {
  readonly files: RecordedFileView[];
  /** How often a file was looked for. */
  asked: number;
  offered: boolean;
  /** Instead of an answer. */
  problem: { readonly status: number; readonly body: object } | null;
  readonly fetch: typeof fetch;
}

export function fakeFootage(files: RecordedFileView[]): FakeFootage {
  const proxy: FakeFootage = {
    files,
    asked: 0,
    offered: true,
    problem: null,
    fetch: async (input) => {
      const url = new URL(String(input), 'http://127.0.0.1');
      if (url.pathname === routes.cameras) return Response.json({ cameras: [] });
      if (url.pathname === routes.site) return Response.json({ zone: 'UTC' });
      if (proxy.problem) return Response.json(proxy.problem.body, { status: proxy.problem.status });
      proxy.asked += 1;
      const otherwise = url.searchParams.get('otherwise') === 'before' ? 'before' : 'after';
      const atMs = Number(url.searchParams.get('at'));
      const file = proxy.offered ? findAmong(files, atMs, otherwise) : null;
      return Response.json({ file, offered: proxy.offered });
    },
  };
  return proxy;
}

/** How light the picture of a video is: which second of the fixture it shows. */
export function secondShown(video: HTMLVideoElement): number {
  return lightOf(video);
}

/** The same of any picture of it. */
export function lightOf(picture: HTMLVideoElement | HTMLCanvasElement): number {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { alpha: false });
  context?.drawImage(picture, 0, 0, 1, 1);
  const [light = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
  // Video keeps to 16..235 of what a screen has.
  return Math.round((light / 255) * (219 / 20));
}
