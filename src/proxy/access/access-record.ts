import type { Caller } from './caller.ts';

/** Something that people did with each other's rights or with pictures, for the record. */
export interface AccessEvent {
  readonly caller: Caller;
  /** Address of the socket, never what a header claims. */
  readonly address: string;
  /** Dotted words, e.g. `session.sign-in`, `camera.open`. */
  readonly operation: string;
  readonly object?: { readonly kind: AccessObject; readonly id: string; readonly name: string };
  readonly parameters?: Readonly<Record<string, string>>;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly detail?: string;
}
type AccessObject = 'camera' | 'device' | 'person' | 'group' | 'kiosk' | 'view' | 'session';

/** Never fails and is never waited for: what cannot be recorded must not stop a picture. */
export type AccessRecord = (event: AccessEvent) => void;
