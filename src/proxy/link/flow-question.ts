import type { Readable } from 'node:stream';
import { checkedTarget } from './request-target.ts';

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
