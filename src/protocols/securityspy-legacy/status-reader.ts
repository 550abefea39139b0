import type { ReportedEvent } from '../../domain/device-event.ts';
import type { EventReader } from '../event-operations.ts';
import { cameraMode } from './replies.ts';

/** Makes events of the status of one camera, asked again and again: its mode where it has changed. */
export class StatusReader implements EventReader {
  readonly #channel: string;
  #mode: string | undefined;
  unread = 0;

  constructor(channel: string) {
    this.#channel = channel;
  }

  read(text: string): readonly ReportedEvent[] {
    const mode = cameraMode(text);
    if (mode === undefined) {
      this.unread += 1;
      return [];
    }
    const before = this.#mode;
    this.#mode = mode;
    if (mode === before) return [];
    const fact = { topic: 'arming', mode: 'all', armed: mode === 'ACTIVE' } as const;
    return [
      { channel: this.#channel, ...(before === undefined && { isSnapshot: true as const }), fact },
    ];
  }
}
