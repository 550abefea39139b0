import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Answer } from './authenticated-transport.ts';
import { refuseStatus } from './refuse-status.ts';
import { checkedTarget } from './request-target.ts';
import { discard } from './transport.ts';

/** Something that is sent to a device as it comes. */
export interface OutgoingFlow {
  /** Path and query on the port of the origin. */
  readonly target: string;
  readonly contentType: string;
  readonly body: Readable;
}

/**
 * What sends a flow. A refusal speaks of what the account may do there and not of its password:
 * devices give the right to talk apart.
 */
export function flowQuestion({ target, contentType, body }: OutgoingFlow) {
  const checked = checkedTarget(target);
  return {
    method: 'POST',
    target: checked,
    contentType,
    body,
    place: { name: `POST ${checked}`, provesPassword: false },
    expectsRefusal: true,
    purpose: 'media',
    operation: 'talk',
  } as const;
}

/**
 * Waits until all of a flow is taken. A device may say yes before the end of it: the answer stays
 * unread until then, since its end would be the end of the connection.
 * @throws DeviceError for a refusal
 */
export async function flowTaken(answer: Answer, { body }: OutgoingFlow): Promise<void> {
  refuseStatus(answer, 'talk');
  try {
    if (!body.readableEnded) await finished(body);
  } finally {
    discard(answer);
  }
}
