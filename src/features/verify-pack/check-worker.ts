import { checkFile } from './check-file.ts';
import type { CheckNews, CheckOrder } from './check-messages.ts';

/** The part of a dedicated worker's global that is used; the compiler's own name for it excludes the DOM. */
interface WorkerPort {
  postMessage(news: CheckNews): void;
  onmessage: ((event: MessageEvent<CheckOrder>) => void) | null;
}

/** Often enough for a bar that moves. */
const tellEveryMs = 100;
const port: WorkerPort = self;

port.onmessage = ({ data: { file } }) => {
  let toldAtMs = 0;
  const onBytes = (bytes: number) => {
    const nowMs = performance.now();
    if (nowMs - toldAtMs < tellEveryMs) return;
    toldAtMs = nowMs;
    port.postMessage({ kind: 'progress', bytes });
  };
  checkFile(file, onBytes).then(
    (verdict) => port.postMessage({ kind: 'verdict', verdict }),
    () => port.postMessage({ kind: 'failed' }),
  );
};
