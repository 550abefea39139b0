import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const minuteMs = 60_000;

export interface MinutesSource {
  readonly port: number;
  readonly stop: () => void;
}

/**
 * Answers what was recorded in the place of a proxy: every other minute of every camera, which is the
 * most spans that minutes can have. Outside of the page, so that only to read it costs the page.
 */
export async function startMinutesSource(): Promise<MinutesSource> {
  const server = createServer(({ url }, response) => {
    const { searchParams } = new URL(url ?? '', 'http://localhost');
    const [fromMs, toMs] = [Number(searchParams.get('from')), Number(searchParams.get('to'))];
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('content-type', 'application/json');
    const cameras = searchParams.getAll('camera').map((id) => recordingOf(id, fromMs, toMs));
    response.end(JSON.stringify({ cameras }));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => server.close() };
}

function recordingOf(cameraId: string, fromMs: number, toMs: number) {
  const at = Number(/\d+$/.exec(cameraId)?.[0] ?? 0);
  const first = Math.floor(fromMs / minuteMs);
  const spans: [number, number, string][] = [];
  for (let minute = first + ((first + at) % 2); minute * minuteMs < toMs; minute += 2) {
    const kind = (minute + at) % 10 < 8 ? 'continuous' : 'motion';
    spans.push([minute * minuteMs, (minute + 1) * minuteMs, kind]);
  }
  const found = { state: 'listed', precision: 'minute', spans, knownToMs: toMs };
  return { cameraId, zone: 'America/New_York', clockOffsetMs: 0, found };
}
