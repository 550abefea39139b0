import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface RecorderFront {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

/** Gives the value that stands in a reply in place of the one of the recorder, as `JSON.parse` revives. */
export type Rewrite = (key: string, value: unknown) => unknown;

/** Takes the addresses of the streams away, so that only the page is left. */
export const withoutStreams: Rewrite = (key, value) =>
  key === 'src' && Array.isArray(value) ? [] : value;

/** Every channel sends pictures and records none of them. */
export const recordingFailed: Rewrite = (key, value) =>
  key === 'recordingStatus'
    ? {
        streaming: true,
        recording: false,
        timestampRecordingFailure: new Date(Date.now() - 60_000).toISOString(),
      }
    : value;

/** A recorder in front of another one, that answers as that one does but for the rewritten facts. */
export async function startRecorderFront(
  recorderOrigin: string,
  rewrite: Rewrite,
): Promise<RecorderFront> {
  const server = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = request(new URL(url, recorderOrigin), { method, headers }, async (reply) => {
      if (!url.startsWith('/api/') || reply.statusCode !== 200) {
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of reply) chunks.push(chunk as Buffer);
      const body = JSON.stringify(JSON.parse(Buffer.concat(chunks).toString(), rewrite));
      outgoing.writeHead(200, { ...reply.headers, 'content-length': Buffer.byteLength(body) });
      outgoing.end(body);
    });
    onward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
