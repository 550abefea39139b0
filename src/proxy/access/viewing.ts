import type { CameraId } from '../../domain/camera.ts';
import type { AccessEvent, AccessRecord } from './access-record.ts';
import { authorize, type CameraStanding } from './authorize.ts';
import type { Caller } from './caller.ts';

/** What one caller may watch, and the record of what it watched. */
export interface Viewing {
  may(cameraId: CameraId): boolean;
  /** A picture was opened; call the result when it is closed. */
  opened(cameraId: CameraId): () => void;
}

export interface ViewingParts {
  /** Asked anew each time: rights change while a socket is open. */
  readonly caller: () => Caller;
  readonly address: string;
  readonly camera: (cameraId: CameraId) => (CameraStanding & { readonly name: string }) | null;
  readonly record: AccessRecord;
  readonly now: () => number;
}

export function viewingOf(parts: ViewingParts): Viewing {
  const note = (operation: string, cameraId: CameraId, more: Partial<AccessEvent> = {}) =>
    parts.record({
      caller: parts.caller(),
      address: parts.address,
      operation,
      object: { kind: 'camera', id: cameraId, name: parts.camera(cameraId)?.name ?? '' },
      outcome: 'done',
      ...more,
    });
  const refused = new Set<CameraId>();
  return {
    may: (cameraId) => {
      const camera = parts.camera(cameraId);
      const may = camera !== null && authorize(parts.caller(), 'view', camera);
      // Once for each: whoever asks on and on fills no record.
      if (camera !== null && !may && !refused.has(cameraId)) {
        refused.add(cameraId);
        note('camera.open', cameraId, { outcome: 'refused' });
      }
      return may;
    },
    opened: (cameraId) => {
      const openedAtMs = parts.now();
      note('camera.open', cameraId);
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const seconds = String(Math.round((parts.now() - openedAtMs) / 1000));
        note('camera.close', cameraId, { parameters: { seconds } });
      };
    },
  };
}
