import { useEffect, useRef } from 'react';
import { alarmKey } from '../../playback/alarms/alarm-keys.ts';
import type { AlarmHandling } from '../../playback/alarms/use-alarm-handling.ts';
import type { AlarmPageRoads } from './alarm-page-roads.ts';
import type { Neighbours } from './use-neighbours.ts';

const ownKeys =
  'input, textarea, select, [role="menu"], [role="dialog"], [role="alertdialog"], [data-own-keys]';

export interface AlarmPageHands {
  readonly singleKeys: boolean;
  readonly handling: AlarmHandling;
  readonly neighbours: Neighbours;
  readonly roads: AlarmPageRoads;
}

/** The keys of the desk for the alarm that is open; comma and full stop go to the next ones. */
export function useAlarmPageKeys(hands: AlarmPageHands): void {
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest(ownKeys) !== null) return;
      if (isAtAnother(event.target, latest.current.handling.shown.alarm.id)) return;
      if (perform(event, latest.current)) event.preventDefault();
    };
    // Before the keys of the desk, which are about whichever alarm is the most urgent.
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}

/** Keys that are pressed on an alarm of the dock are about that one. */
function isAtAnother(target: EventTarget | null, alarmId: string): boolean {
  const at = target instanceof Element ? target.closest<HTMLElement>('[data-alarm]') : null;
  return at !== null && at.dataset.alarm !== alarmId;
}

/** @returns whether the key was used */
function perform(event: KeyboardEvent, hands: AlarmPageHands): boolean {
  const { singleKeys, handling, neighbours, roads } = hands;
  const { key, ctrlKey, metaKey, altKey, repeat } = event;
  if (ctrlKey || metaKey || altKey) return false;
  if (key === 'Escape' && !repeat) {
    roads.back();
    return true;
  }
  const neighbour = { ',': neighbours.previous, '.': neighbours.next }[key];
  if (neighbour !== undefined && singleKeys) {
    if (neighbour !== null) roads.openAlarm(neighbour);
    return true;
  }
  const action = alarmKey(event, singleKeys);
  if (action === null || !handling.offered.includes(action)) return false;
  handling.start(action);
  return true;
}
