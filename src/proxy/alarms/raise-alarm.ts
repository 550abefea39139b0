import type { RuleView } from '../../api/alarm-rules.ts';
import { opaqueId } from '../registry/opaque-id.ts';
import type { KeptAlarm, KeptWaiting } from '../store/alarm-store.ts';
import type { KeptEvent } from '../store/event-store.ts';
import { linkedIds } from './rule-place.ts';
import type { Signal } from './signals.ts';

/** Tied cameras of an alarm: its own, those that the device names, those of the rule. */
const mostLinked = 16;
export const mostEventIds = 100;

/** What is to become an alarm, now or when it has lasted. */
export function waitingOf(
  rule: RuleView,
  event: KeptEvent,
  { key, subject }: Signal,
  onlyCamera: { readonly id: string; readonly name: string } | null,
): KeptWaiting {
  return {
    ...{ key, subject, ruleId: rule.id },
    cameraId: event.cameraId ?? onlyCamera?.id ?? null,
    cameraName: event.cameraName || (onlyCamera?.name ?? ''),
    deviceId: event.deviceId,
    deviceName: event.deviceName,
    linked: [...linkedIds(event.fact)],
    eventId: event.id,
    atMs: event.atMs,
    isLate: event.isLate ?? false,
    dueMs: event.atMs + rule.condition.leastSeconds * 1000,
  };
}

export function newAlarm(
  rule: RuleView,
  from: KeptWaiting,
  topic: KeptAlarm['topic'],
  nowMs: number,
): KeptAlarm {
  const own = from.cameraId === null ? [] : [from.cameraId];
  const linked = new Set([...own, ...from.linked, ...rule.linkedCameraIds]);
  return {
    id: opaqueId(),
    number: 0,
    key: from.key,
    ruleId: rule.id,
    ruleName: rule.name,
    topic,
    priority: rule.priority,
    cameraId: from.cameraId,
    cameraName: from.cameraName,
    deviceId: from.deviceId,
    deviceName: from.deviceName,
    subject: from.subject,
    firstAtMs: from.atMs,
    lastAtMs: from.atMs,
    count: 1,
    active: true,
    returnedAtMs: null,
    escalatedAtMs: null,
    acknowledged: null,
    owner: null,
    aside: null,
    closed: null,
    linkedCameraIds: [...linked].slice(0, mostLinked),
    procedure: rule.procedure,
    raisedAtMs: nowMs,
    wantedSinceMs: nowMs,
    ownSteps: 0,
    eventIds: from.eventId === '' ? [] : [from.eventId],
  };
}
