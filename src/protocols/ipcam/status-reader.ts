import { DeviceError } from '../../domain/device-error.ts';
import type { EventFact, ReportedEvent } from '../../domain/device-event.ts';
import type { EventReader } from '../event-operations.ts';
import { integerOf } from '../parsing/variables.ts';
import { ipcamEndpoint, operationOf } from './endpoints.ts';
import { toStatus } from './replies.ts';

/** Codes of `alarm_status`; 3 is of later models than the document's. */
const alarm = { none: 0, motion: 1, input: 2, sound: 3 } as const;

interface Lasting {
  readonly code: number;
  readonly name: string;
  readonly fact: (active: boolean) => EventFact;
}

const lasting: readonly Lasting[] = [
  {
    code: alarm.motion,
    name: 'motion',
    fact: (active) => ({ topic: 'motion', active, boxes: [] }),
  },
  {
    code: alarm.input,
    name: 'input-1',
    fact: (active) => ({ topic: 'input', inputId: 'input-1', active }),
  },
];

interface Standing {
  readonly active: boolean;
  readonly incident: string | undefined;
  readonly sinceMs: number | undefined;
}

/**
 * Makes changes of `get_status.cgi`, asked again and again. It tells one alarm at a time, which
 * hides the others: so what was on has ended only when it tells of none.
 */
export class StatusReader implements EventReader {
  readonly #standing = new Map<number, Standing>();
  #code: number | undefined;
  unread = 0;

  read(text: string, receivedAtMs: number): readonly ReportedEvent[] {
    try {
      const status = toStatus(text, operationOf(ipcamEndpoint.readStatus));
      const seconds = integerOf(status, 'now') ?? 0;
      const deviceAtMs = seconds > 0 ? seconds * 1000 : undefined;
      return this.#follow(integerOf(status, 'alarm_status'), deviceAtMs, receivedAtMs);
    } catch (failure) {
      if (!(failure instanceof DeviceError)) throw failure;
      this.unread += 1;
      return [];
    }
  }

  #follow(
    code: number | undefined,
    deviceAtMs: number | undefined,
    receivedAtMs: number,
  ): readonly ReportedEvent[] {
    const isSnapshot = this.#code === undefined;
    const isNew = code !== this.#code;
    this.#code = code;
    const marked = isSnapshot ? { channel: '1', isSnapshot } : { channel: '1' };
    const events = lasting.flatMap((one) => {
      if (code !== one.code && code !== alarm.none) return [];
      const active = code === one.code;
      const before = this.#standing.get(one.code);
      if (before?.active === active) return [];
      const begun = { incident: `${one.name}-${deviceAtMs ?? receivedAtMs}`, sinceMs: deviceAtMs };
      const none = { incident: undefined, sinceMs: undefined };
      this.#standing.set(one.code, { active, ...(active ? begun : none) });
      const { incident, sinceMs } = active ? begun : (before ?? none);
      return {
        ...marked,
        deviceAtMs: sinceMs ?? deviceAtMs,
        ...(before?.active && { deviceEndMs: deviceAtMs }),
        ...(incident !== undefined && { incident }),
        fact: one.fact(active),
      };
    });
    if (code !== alarm.sound || !isNew) return events;
    const fact = { topic: 'trigger', mode: 'all', reasons: ['audio'] } as const;
    return [...events, { ...marked, deviceAtMs, fact }];
  }
}
