import type { Answer } from './authenticated-transport.ts';
import { statusFault } from './device-fault.ts';
import { discard, headerOf } from './transport.ts';

/** @throws DeviceError for every status but those of success; a redirect is one of them */
export function refuseStatus(answer: Answer, operation: string): void {
  if (answer.status >= 200 && answer.status < 300) return;
  discard(answer);
  throw statusFault(answer.status, {
    operation,
    sentCredentials: answer.sentCredentials,
    retryAfter: headerOf(answer, 'retry-after'),
  });
}
