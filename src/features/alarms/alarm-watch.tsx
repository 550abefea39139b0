import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AlarmView } from '../../api/alarms.ts';
import { alarmOutbox } from '../../device-access/alarm-actions.ts';
import { alarmState } from '../../device-access/alarm-state.ts';
import { openEventFeed } from '../../device-access/event-feed.ts';
import { countAlarms } from '../../device-access/shown-alarms.ts';
import { useAlarmHands, useAlarms } from '../../device-access/use-alarms.ts';
import { useMay } from '../../device-access/use-session.ts';
import { alarmLine, alarmRefusalText } from '../../messages/alarm-text.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import { DeskWatch } from './desk-watch.ts';
import { usePageTitle } from './use-page-title.ts';

export interface AlarmWatchProps {
  /** Goes to an alarm, or to all of them. */
  readonly onOpen: (alarmId: string | null) => void;
}

/** Keeps the alarms of this window, and draws attention to them wherever its person is. */
export function AlarmWatch({ onOpen }: AlarmWatchProps): ReactElement {
  const shown = useAlarms();
  const isFlood = useStore(alarmState, ({ flood }) => flood.active);
  const supervises = useMay('supervise');
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const watch = useRef<DeskWatch | null>(null);
  const open = useRef(onOpen);
  useAlarmHands();
  useRefusals();
  usePageTitle(shown === null ? 0 : countAlarms(shown).unacknowledged);

  useEffect(() => openEventFeed(), []);
  useEffect(() => {
    open.current = onOpen;
  });
  useEffect(() => {
    const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
    const made = new DeskWatch({
      announce: (alarms) => say(newText(alarms)),
      announceLeft: ([alarm]) => alarm && say(t('desk.left', { what: alarmLine(alarm) })),
      open: (alarmId) => open.current(alarmId),
    });
    watch.current = made;
    made.start();
    return () => made.end();
  }, []);
  useEffect(() => watch.current?.see(shown, { isFlood, supervises }), [shown, isFlood, supervises]);
  return (
    <div role="alert" className="sr-only">
      <span key={said.turn}>{said.text}</span>
    </div>
  );
}

function newText(alarms: readonly AlarmView[]): string {
  const [alarm] = alarms;
  return alarms.length === 1 && alarm !== undefined
    ? t(`desk.new.${alarm.priority}`, { what: alarmLine(alarm) })
    : t('desk.new.many', { count: alarms.length });
}

/** What the proxy refuses may have been done long ago: it says so. */
function useRefusals(): void {
  useEffect(
    () =>
      alarmOutbox.onRefused(({ alarmId, action }, problem) => {
        const alarm = alarmState.getState().alarms?.get(alarmId);
        const what = alarm === undefined ? t('alarms.title') : alarmLine(alarm);
        showToast({ tone: 'failed', text: alarmRefusalText(action.kind, what, problem) });
      }),
    [],
  );
}
