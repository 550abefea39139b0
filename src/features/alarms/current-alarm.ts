import { createStore } from 'zustand/vanilla';

export interface CurrentAlarm {
  /** Which alarm of the lists has the keys, and shows its picture. */
  readonly id: string | null;
  /** It wants the focus, as soon as a list shows it. */
  readonly isWanted: boolean;
}

export const currentAlarm = createStore<CurrentAlarm>(() => ({ id: null, isWanted: false }));

/** Brings an alarm to whoever sits here, wherever their focus was. */
export function wantAlarm(id: string): void {
  currentAlarm.setState({ id, isWanted: true });
}
