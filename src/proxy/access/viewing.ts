import type { CameraId } from '../../domain/camera.ts';
import type { AccessEvent, AccessRecord } from './access-record.ts';
import { authorize, type CameraStanding } from './authorize.ts';
import type { Caller } from './caller.ts';

/** Live pictures, or what was recorded: each is opened and closed by itself. */
export type Watched = 'camera' | 'recording';

const words = {
  camera: { opened: 'camera.open', closed: 'camera.close' },
  recording: { opened: 'camera.open-recording', closed: 'camera.close-recording' },
} as const;

/** What one caller may watch, and the record of what it watched. */
export interface Viewing {
  /** Live pictures where it does not say. */
  readonly watched?: Watched;
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
  /** Live pictures where it does not say. */
  readonly watched?: Watched;
  /** What else the record is to know of the opening. */
  readonly facts?: Readonly<Record<string, string>>;
}

export function viewingOf(parts: ViewingParts): Viewing {
  const { watched = 'camera', facts } = parts;
  const { opened, closed } = words[watched];
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
    watched,
    may: (cameraId) => {
      const camera = parts.camera(cameraId);
      const may = camera !== null && authorize(parts.caller(), 'view', camera);
      // Once for each: whoever asks on and on fills no record.
      if (camera !== null && !may && !refused.has(cameraId)) {
        refused.add(cameraId);
        note(opened, cameraId, { outcome: 'refused' });
      }
      return may;
    },
    opened: (cameraId) => {
      const openedAtMs = parts.now();
      note(opened, cameraId, facts === undefined ? {} : { parameters: facts });
      let isOpen = true;
      return () => {
        if (!isOpen) return;
        isOpen = false;
        const seconds = String(Math.round((parts.now() - openedAtMs) / 1000));
        note(closed, cameraId, { parameters: { seconds } });
      };
    },
  };
}
