import { EventDesk } from '../events/event-desk.ts';
import { EventFaults } from '../events/event-faults.ts';
import { type EventKinds, flagField } from '../events/event-order.ts';
import type { Variables } from './variables.ts';

/** `alarm_status` of `get_status.cgi`. */
const alarm = { none: 0, motion: 1, input: 2 } as const;

/** What sets off the camera's alarm, where that is armed. */
export class CameraAlarms {
  readonly desk: EventDesk;
  readonly #params: Variables;
  isMoving = false;
  isInputClosed = false;

  constructor(params: Variables, now: () => number) {
    this.#params = params;
    const kinds: EventKinds = {
      motion: ({ fields }) => {
        this.isMoving = flagField(fields, 'on', true);
        return 0;
      },
      input: ({ fields }) => {
        this.isInputClosed = flagField(fields, 'on', true);
        return 0;
      },
    };
    this.desk = new EventDesk({ now, kinds, burstKind: 'motion', faults: new EventFaults(now) });
  }

  get status(): number {
    const { alarm_motion_armed: motionArmed, alarm_input_armed: inputArmed } = this.#params;
    if (this.isMoving && motionArmed === 1) return alarm.motion;
    return this.isInputClosed && inputArmed === 1 ? alarm.input : alarm.none;
  }
}
