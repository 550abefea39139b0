import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AlarmActor } from '../domain/alarm.ts';
import {
  type AlarmDeed,
  actOnAlarms,
  alarmOutbox,
  followAlarmOutbox,
  undoMs,
} from './alarm-actions.ts';
import { alarmState } from './alarm-state.ts';
import { type ShownAlarm, shownAlarms } from './shown-alarms.ts';
import { mayIn, useSession } from './use-session.ts';

const nobody: AlarmActor = { id: '', name: '' };

/** All that are not closed, the most urgent first, with what this person did; null while unknown. */
export function useAlarms(): readonly ShownAlarm[] | null {
  const alarms = useStore(alarmState, (state) => state.alarms);
  const entries = useStore(alarmOutbox.state, (state) => state.entries);
  const { id, name } = useMe();
  return useMemo(
    () => alarms && shownAlarms(alarms.values(), entries, { id, name }),
    [alarms, entries, id, name],
  );
}

function useMe(): AlarmActor {
  const session = useSession();
  return session?.state === 'signed-in' ? session.person : nobody;
}

/** What the person at this window can do to alarms. */
export interface AlarmHands {
  readonly personId: string;
  /** Whether they may do anything at all. */
  readonly may: boolean;
  /** Shown at once as pending. @returns an id to take it back by; null where too much waits already */
  readonly act: (deed: Omit<AlarmDeed, 'personId'>) => string | null;
  /** As {@link act}, but not sent for five seconds, so that it can be taken back. */
  readonly actWithUndo: (deed: Omit<AlarmDeed, 'personId' | 'holdMs'>) => string | null;
  readonly takeBack: (requestId: string) => void;
}

export function useAlarmHands(): AlarmHands {
  const session = useSession();
  const { id } = useMe();
  const may = mayIn(session, 'handle-alarms');
  useEffect(() => (id === '' ? undefined : followAlarmOutbox(id)), [id]);
  return useMemo(
    () => ({
      personId: id,
      may,
      act: (deed) => actOnAlarms({ ...deed, personId: id }),
      actWithUndo: (deed) => actOnAlarms({ ...deed, personId: id, holdMs: undoMs }),
      takeBack: (requestId) => alarmOutbox.takeBack(requestId),
    }),
    [id, may],
  );
}
