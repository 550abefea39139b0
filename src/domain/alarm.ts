import type { EventTopic } from './device-event.ts';

/** 1 critical, 2 high, 3 medium, 4 low (experience of the desk: about 5 : 15 : 80 for 1 to 3+4). */
export const alarmPriorities = [1, 2, 3, 4] as const;
export type AlarmPriority = (typeof alarmPriorities)[number];

/** Whoever did something to an alarm; `system` where a rule or a clock did. */
export interface AlarmActor {
  readonly id: string;
  readonly name: string;
}

export const acknowledgeReasons = ['real', 'false', 'test', 'passed-on'] as const;
export type AcknowledgeReason = (typeof acknowledgeReasons)[number];

/** How an alarm is set aside: for a while by a person, or until somebody puts it back. */
export type AlarmAside =
  | {
      readonly kind: 'shelved';
      readonly untilMs: number;
      readonly reason: string;
      readonly by: AlarmActor;
    }
  | { readonly kind: 'out-of-service'; readonly reason: string; readonly by: AlarmActor };

/**
 * One thing that needs somebody. The states of ISA-18.2 follow from it: normal (closed), active and
 * unacknowledged, active and acknowledged, returned and unacknowledged, shelved, out of service.
 */
export interface Alarm {
  readonly id: string;
  /** The same for every event that belongs to it, so that a repetition counts and makes no second one. */
  readonly key: string;
  readonly ruleId: string;
  readonly topic: EventTopic;
  readonly priority: AlarmPriority;
  readonly cameraId: string | null;
  readonly deviceId: string | null;
  /** What it is about, as the events said: a plate, a place, a camera. */
  readonly subject: string;
  readonly firstAtMs: number;
  readonly lastAtMs: number;
  readonly count: number;
  /** Whether what caused it still holds. */
  readonly active: boolean;
  readonly returnedAtMs: number | null;
  readonly acknowledged: {
    readonly by: AlarmActor;
    readonly atMs: number;
    readonly reason: AcknowledgeReason | null;
  } | null;
  readonly owner: AlarmActor | null;
  readonly aside: AlarmAside | null;
  readonly closed: { readonly by: AlarmActor; readonly atMs: number } | null;
}

export type AlarmAction =
  | { readonly kind: 'acknowledge'; readonly reason: AcknowledgeReason | null }
  | { readonly kind: 'claim' }
  | { readonly kind: 'forward'; readonly to: AlarmActor }
  | { readonly kind: 'shelve'; readonly untilMs: number; readonly reason: string }
  | { readonly kind: 'unshelve' }
  | { readonly kind: 'out-of-service'; readonly reason: string }
  | { readonly kind: 'in-service' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'close' };
