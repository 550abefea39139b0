export type EventFields = Readonly<Record<string, unknown>>;

/** An event that somebody wants a device to tell. */
export interface EventOrder {
  /** A name of the device's own table. */
  readonly kind: string;
  /** The device's own number; the table says which is meant where absent. */
  readonly channel?: number | undefined;
  readonly fields: EventFields;
}

/** Tells one event and returns how many listened; null for what the device cannot tell. */
export type TellEvent = (order: EventOrder) => number | null;

/** What a device can tell, by kind. */
export type EventKinds = Readonly<Record<string, TellEvent>>;

export function textField(fields: EventFields, name: string, otherwise: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : otherwise;
}

export function numberField(fields: EventFields, name: string, otherwise: number): number {
  const value = fields[name];
  return typeof value === 'number' ? value : otherwise;
}

export function flagField(fields: EventFields, name: string, otherwise: boolean): boolean {
  const value = fields[name];
  return typeof value === 'boolean' ? value : otherwise;
}
