import type { TimedLine } from './event-line-reader.ts';

/** Servers tell a movement again and again; one that is silent for so long has ended. */
const longestSilenceMs = 60_000;

export interface MotionIncident {
  readonly id: string;
  readonly channel: string;
  /** By the device's own clock, where its zone is known. */
  readonly beganAtMs: number | undefined;
  readonly lastAtMs: number | undefined;
  readonly lastReceivedAtMs: number;
}

type Moment = Pick<TimedLine, 'count' | 'deviceAtMs' | 'receivedAtMs'>;

/** What moves, by camera: from the first report of a movement to its end is one incident. */
export class MotionIncidents {
  readonly #moving = new Map<string, MotionIncident>();

  /** The incident that goes on at a camera. */
  at(channel: string | undefined): MotionIncident | undefined {
    return channel === undefined ? undefined : this.#moving.get(channel);
  }

  /** A movement is reported: it begins an incident or goes on with one. */
  moved(channel: string, { count, deviceAtMs, receivedAtMs }: Moment): MotionIncident {
    const begun = this.#moving.get(channel) ?? {
      id: `motion-${channel}-${deviceAtMs ?? receivedAtMs}-${count}`,
      channel,
      beganAtMs: deviceAtMs,
    };
    const incident = { ...begun, lastAtMs: deviceAtMs, lastReceivedAtMs: receivedAtMs };
    this.#moving.set(channel, incident);
    return incident;
  }

  ended(channel: string): MotionIncident | undefined {
    const incident = this.#moving.get(channel);
    this.#moving.delete(channel);
    return incident;
  }

  /** Ends those whose end was never told; MOTION_END is known to be left out. */
  endOverdue(receivedAtMs: number): readonly MotionIncident[] {
    const overdue = [...this.#moving.values()].filter(
      ({ lastReceivedAtMs }) => receivedAtMs - lastReceivedAtMs > longestSilenceMs,
    );
    for (const { channel } of overdue) this.#moving.delete(channel);
    return overdue;
  }
}
