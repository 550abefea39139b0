import type { AlarmDo } from './use-alarm-handling.ts';

/** The parts of a keyboard event that matter. */
interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

export const alarmKeys = {
  acknowledge: 'A',
  claim: 'I',
  forward: 'F',
  shelve: 'H',
  note: 'O',
  close: 'X',
} as const satisfies Partial<Record<AlarmDo, string>>;

const byKey = new Map<string, AlarmDo>(
  Object.entries(alarmKeys).map(([kind, key]) => [key.toLowerCase(), kind as AlarmDo]),
);

/**
 * What a key does to the alarm that has the focus; once a press, also where the key is held down.
 * @param singleKeys whether letters act without a modifier; a person may switch that off
 */
export function alarmKey(press: Press, singleKeys: boolean): AlarmDo | null {
  const { key, ctrlKey, metaKey, altKey, repeat } = press;
  if (!singleKeys || ctrlKey || metaKey || altKey || repeat) return null;
  return byKey.get(key.toLowerCase()) ?? null;
}
