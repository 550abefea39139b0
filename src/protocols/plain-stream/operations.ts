import { noCapabilities } from '../../domain/camera.ts';
import type { Operations } from '../protocol.ts';
import { nameFromTarget } from './name-from-target.ts';
import { sourceKind, streamOf } from './source.ts';

export const operations = {
  /** A bare source says nothing of itself; asking proves that it is there and that we may look. */
  async identify(link) {
    sourceKind(await link.peek(link.entryTarget));
    return {};
  },
  async listCameras(link) {
    const target = link.entryTarget;
    const answer = await link.peek(target);
    const kind = sourceKind(answer);
    return [
      {
        channel: '1',
        name: nameFromTarget(target),
        state: 'connected',
        capabilities: noCapabilities,
        streams: [streamOf(kind, target, answer)],
        snapshotTarget: kind === 'jpeg' ? target : undefined,
      },
    ];
  },
} satisfies Operations;
