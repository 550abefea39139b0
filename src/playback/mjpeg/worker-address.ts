import { trustedWorkerAddress } from '../trusted-worker-address.ts';
import builtAddress from './frames-worker.ts?worker&url';

/** The address of the frames worker. */
export function workerAddress(): string {
  return trustedWorkerAddress('watchfloor-worker', builtAddress);
}
