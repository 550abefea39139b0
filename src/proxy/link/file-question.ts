import type { FilePlace } from './device-target.ts';
import { checkedTarget } from './request-target.ts';

/** What asks for a file or a stream. Media are never open to everybody, so they prove a password. */
export function fileQuestion(place: FilePlace, operation: 'file' | 'stream') {
  const { target, port, bytes } = typeof place === 'string' ? { target: place } : place;
  const checked = checkedTarget(target);
  return {
    method: 'GET',
    target: checked,
    port,
    bytes,
    place: { name: `${port ?? ''}${checked}`, provesPassword: true },
    purpose: operation === 'stream' ? 'media' : 'file',
    operation,
  } as const;
}
