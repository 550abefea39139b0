import type { FrameNews, FrameOrder } from './frame-messages.ts';
import { workerAddress } from './worker-address.ts';

/** The far end of a frames client: the worker, or a stand-in of a test. */
export interface FramesPort {
  postMessage(order: FrameOrder, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<FrameNews>) => void): void;
}

/** A port that can stop by a fault of its own, and be replaced. */
export interface MortalPort extends FramesPort {
  onFault(listener: () => void): void;
  end(): void;
}

/** The frames worker of this window. */
export function startFramesWorker(): MortalPort {
  const worker = new Worker(workerAddress(), { type: 'module', name: 'frames' });
  return {
    postMessage: (order, transfer) => worker.postMessage(order, transfer),
    addEventListener: (type, listener) => worker.addEventListener(type, listener),
    onFault: (listener) => {
      worker.addEventListener('error', listener);
      worker.addEventListener('messageerror', listener);
    },
    end: () => worker.terminate(),
  };
}
