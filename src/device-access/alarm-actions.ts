import type { AlarmActionRequest, AlarmView } from '../api/alarms.ts';
import { routes } from '../api/routes.ts';
import type { AlarmActor } from '../domain/alarm.ts';
import type { AlarmEntry } from './alarm-entry.ts';
import { AlarmOutbox } from './alarm-outbox.ts';
import { AlarmShelf, isShelfKey } from './alarm-shelf.ts';
import { alarmState, takeInAlarms } from './alarm-state.ts';
import { connectionState } from './connection-state.ts';
import { requestJson } from './request.ts';

/** So long an acknowledgement that wants no reason can be taken back. */
export const undoMs = 5000;

const lockName = 'watchfloor.alarm-outbox';
const requestIdBytes = 16;

/** What people did in this window, on its way to the proxy. */
export const alarmOutbox = new AlarmOutbox({
  shelf: new AlarmShelf(storageOf(globalThis)),
  send: async ({ requestId, personId, alarmId, atMs, action }, asksPassword) => {
    const body: AlarmActionRequest = { requestId, personId, atMs, action };
    const alarm = await requestJson<AlarmView>(routes.alarmActions(alarmId), {
      method: 'POST',
      body,
      asksPassword,
    });
    takeInAlarms({ alarms: [alarm], flood: alarmState.getState().flood }, 'changed');
  },
  alone: async (work) => {
    if (typeof navigator.locks === 'undefined') await work();
    else await navigator.locks.request(lockName, work);
  },
  now: () => Date.now(),
});

let followers = 0;
let end: () => void = () => undefined;

/** Sends what a person does to alarms, also what was left from before. @returns a function that ends it */
export function followAlarmOutbox(personId: string): () => void {
  followers += 1;
  if (followers === 1) end = begin(personId);
  return () => {
    followers -= 1;
    if (followers === 0) end();
  };
}

function begin(personId: string): () => void {
  const stop = alarmOutbox.start(personId);
  const send = () => alarmOutbox.sendNow();
  const seen = ({ key }: StorageEvent) => {
    if (isShelfKey(key)) alarmOutbox.read();
  };
  const forget = connectionState.subscribe((now, before) => {
    if (now.state === 'connected' && before.state !== 'connected') send();
  });
  window.addEventListener('online', send);
  window.addEventListener('storage', seen);
  return () => {
    forget();
    window.removeEventListener('online', send);
    window.removeEventListener('storage', seen);
    stop();
  };
}

export interface AlarmDeed {
  readonly personId: string;
  readonly alarmId: string;
  readonly action: AlarmEntry['action'];
  readonly to?: AlarmActor | undefined;
  /** How long it can be taken back; not at all where absent. */
  readonly holdMs?: number;
}

/** @returns its id, to take it back by; null where too much waits already */
export function actOnAlarms(deed: AlarmDeed): string | null {
  const { holdMs = 0, ...what } = deed;
  const nowMs = Date.now();
  const requestId = newRequestId();
  const atMs = nowMs + connectionState.getState().clockSkewMs;
  const entry = { ...what, requestId, atMs, dueAtMs: nowMs + holdMs };
  return alarmOutbox.add(entry) ? requestId : null;
}

function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(requestIdBytes));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A browser may forbid the page even to ask for it. */
function storageOf(scope: { readonly localStorage?: Storage }): Storage | null {
  try {
    return scope.localStorage ?? null;
  } catch {
    return null;
  }
}
