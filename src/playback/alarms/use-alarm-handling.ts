import { useState } from 'react';
import { useStore } from 'zustand';
import { alarmOutbox } from '../../device-access/alarm-actions.ts';
import type { AlarmEntry } from '../../device-access/alarm-entry.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { type AlarmHands, useAlarmHands } from '../../device-access/use-alarms.ts';
import type { AlarmAction, AlarmActor } from '../../domain/alarm.ts';
import { offeredActions, wantsReason } from '../../domain/alarm-offer.ts';
import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';

export type AlarmDo = AlarmAction['kind'];
/** What asks for more before it is done. */
export type AskingAction = Extract<
  AlarmDo,
  'acknowledge' | 'shelve' | 'forward' | 'note' | 'out-of-service'
>;

export interface AlarmHandling {
  readonly shown: ShownAlarm;
  readonly hands: AlarmHands;
  /** Empty for whoever may only look. */
  readonly offered: readonly AlarmDo[];
  /** What is being asked for; null for nothing. */
  readonly asking: AskingAction | null;
  /** Does it, or asks for what it wants first. What is not offered does nothing. */
  readonly start: (kind: AlarmDo) => void;
  /** With what was asked for. */
  readonly finish: (action: AlarmEntry['action'], to?: AlarmActor) => void;
  readonly cancel: () => void;
  /** Takes back what was not sent yet; null where nothing can be. */
  readonly undo: (() => void) | null;
}

/** What a person is doing to one alarm, shared by its buttons, its keys and its small forms. */
export function useAlarmHandling(shown: ShownAlarm): AlarmHandling {
  const hands = useAlarmHands();
  const [asking, setAsking] = useState<AskingAction | null>(null);
  const isStuck = useStore(alarmOutbox.state, (state) => state.stuck !== null);
  const { alarm, pending } = shown;
  const offered = hands.may ? offeredActions(alarm, hands.personId) : [];
  const act = (action: AlarmEntry['action'], to?: AlarmActor) => {
    const deed = { alarmId: alarm.id, action, to };
    const taken = mayWait(action) ? hands.actWithUndo(deed) : hands.act(deed);
    if (taken === null) showToast({ tone: 'failed', text: t('alarms.full') });
  };
  const last = pending.at(-1);
  return {
    shown,
    hands,
    offered,
    // It may have become impossible meanwhile, e.g. because somebody else did it.
    asking: asking !== null && offered.includes(asking) ? asking : null,
    start: (kind) => {
      if (!offered.includes(kind)) return;
      const action = plain(kind, wantsReason(alarm));
      if (action === null) setAsking(kind as AskingAction);
      else act(action);
    },
    finish: (action, to) => {
      setAsking(null);
      act(action, to);
    },
    cancel: () => setAsking(null),
    undo:
      last !== undefined && (isStuck || mayWait(last.action))
        ? () => hands.takeBack(last.requestId)
        : null,
  };
}

/** Nobody says why with it, so that it is easily done by mistake. */
function mayWait(action: AlarmEntry['action']): boolean {
  return action.kind === 'acknowledge' && action.reason === null;
}

/** The action where it wants nothing else. */
function plain(kind: AlarmDo, reason: boolean): AlarmEntry['action'] | null {
  switch (kind) {
    case 'acknowledge':
      return reason ? null : { kind, reason: null };
    case 'claim':
    case 'unshelve':
    case 'in-service':
    case 'close':
      return { kind };
    case 'forward':
    case 'shelve':
    case 'out-of-service':
    case 'note':
      return null;
  }
}
