import { EventDesk } from '../events/event-desk.ts';
import type { EventFaults } from '../events/event-faults.ts';
import {
  type EventFields,
  type EventKinds,
  flagField,
  numberField,
  type TellEvent,
  textField,
} from '../events/event-order.ts';
import type { Contacts } from './contacts.ts';
import type { FaceBox } from './passers-by.ts';
import type { Sights } from './sights.ts';

export interface CameraEventsOptions {
  readonly now: () => number;
  readonly sights: Sights;
  readonly contacts: Contacts;
  readonly findsFaces: boolean;
  readonly faults: EventFaults;
  /** How many have a monitor open. */
  readonly monitors: () => number;
}

const windows = 4;
const movingLevel = 60;
const sampleFace: FaceBox = { x: 0.5, y: 0.4, width: 0.2, height: 0.3 };

function isBox(value: unknown): value is FaceBox {
  if (typeof value !== 'object' || value === null) return false;
  const box = value as EventFields;
  return ['x', 'y', 'width', 'height'].every((side) => typeof box[side] === 'number');
}

/** What of "Event Data" (5.4.2) can be set; a camera tells states, so each stays until it is set anew. */
export function cameraEvents(options: CameraEventsOptions): EventDesk {
  const { now, sights, contacts, findsFaces, faults, monitors } = options;
  const always: EventKinds = {
    motion: ({ fields }) => {
      const window = numberField(fields, 'window', 0);
      if (window < 0 || window >= windows) return null;
      const usual = flagField(fields, 'on', true) ? movingLevel : 0;
      sights.setMotion(window, numberField(fields, 'level', usual));
      return monitors();
    },
    tampering: ({ fields }) => {
      sights.setTampered(flagField(fields, 'on', true));
      return monitors();
    },
    /** Lets the clock say again what is seen. */
    release: () => {
      sights.release();
      return monitors();
    },
  };
  const input: TellEvent = ({ fields }) =>
    contacts.setInput(textField(fields, 'input', '1'), flagField(fields, 'on', true))
      ? monitors()
      : null;
  const face: TellEvent = ({ fields }) => {
    const usual = flagField(fields, 'on', true) ? [sampleFace] : [];
    sights.setFaces(Array.isArray(fields.boxes) ? fields.boxes.filter(isBox) : usual);
    return monitors();
  };
  const kinds = {
    ...always,
    ...(contacts.inputs.length === 0 ? {} : { input }),
    ...(findsFaces ? { face } : {}),
  };
  return new EventDesk({ now, kinds, burstKind: 'motion', faults });
}
