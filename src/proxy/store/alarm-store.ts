import * as z from 'zod/mini';
import type { RuleView } from '../../api/alarm-rules.ts';
import { type AlarmStep, alarmSchema } from '../../api/alarms.ts';
import { auditEntrySchema } from '../../api/audit.ts';

/** An alarm as whoever may see everything is shown it, with what the desk needs to go on. */
export const keptAlarmSchema = z.extend(alarmSchema, {
  key: z.string(),
  /** When the desk made it: a late event is older. */
  raisedAtMs: z.number(),
  /** Since when it wants somebody: raised, or come back after it had passed. */
  wantedSinceMs: z.number(),
  /** Lines of its history that no person wrote. */
  ownSteps: z.number(),
  /** Of the events that it was made of, the newest last. */
  eventIds: z.array(z.string()),
});
export type KeptAlarm = z.infer<typeof keptAlarmSchema>;

/** A step of an alarm; its number is unique over all alarms. */
export type KeptStep = AlarmStep & { readonly alarmId: string };

/** What becomes an alarm when it still holds at an instant. */
export const waitingSchema = z.object({
  key: z.string(),
  ruleId: z.string(),
  cameraId: z.nullable(z.string()),
  cameraName: z.string(),
  deviceId: z.string(),
  deviceName: z.string(),
  subject: z.string(),
  linked: z.array(z.string()),
  eventId: z.string(),
  atMs: z.number(),
  isLate: z.boolean(),
  dueMs: z.number(),
});
export type KeptWaiting = z.infer<typeof waitingSchema>;

/** A line for the record of who did what, until that has taken it. */
export const outboxSchema = z.omit(auditEntrySchema, { number: true, atMs: true });
export interface OutboxLine {
  /** Of the step that it tells of. */
  readonly number: number;
  readonly alarmId: string;
  readonly entry: z.infer<typeof outboxSchema>;
}

export interface AlarmRequest {
  /** Person and request together. */
  readonly id: string;
  readonly alarmId: string;
  readonly atMs: number;
}

export interface Flood {
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
}

/** What is kept at once, all or nothing. */
export interface AlarmBatch {
  readonly alarms: readonly KeptAlarm[];
  readonly steps: readonly KeptStep[];
  readonly requests: readonly AlarmRequest[];
  readonly outbox: readonly OutboxLine[];
  /** Numbers of lines that the record has taken. */
  readonly recorded: readonly number[];
  /** By key; null for what waits no longer. */
  readonly waiting: ReadonlyMap<string, KeptWaiting | null>;
  readonly floods: readonly Flood[];
  /** Up to which event of the journal all alarms are kept with this; null where there is more to keep. */
  readonly cursor: number | null;
}

export interface ClosedQuery {
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly before?: number | undefined;
}

export interface AlarmStore {
  /** In the order in which they were made. */
  readRules(): Promise<readonly RuleView[]>;
  /** Inserts or replaces. */
  saveRule(rule: RuleView): Promise<void>;
  removeRule(ruleId: string): Promise<void>;
  save(batch: AlarmBatch): Promise<void>;
  /** Null before there were alarms. */
  readCursor(): Promise<number | null>;
  readOpen(): Promise<readonly KeptAlarm[]>;
  readAlarm(alarmId: string): Promise<KeptAlarm | null>;
  /** The last closed first. */
  readClosed(query: ClosedQuery, most: number): Promise<readonly KeptAlarm[]>;
  /** Raised in a time, open or closed, the first one first; the end itself no longer counts. */
  readRaised(fromMs: number, toMs: number, most: number): Promise<readonly KeptAlarm[]>;
  /** Raised before a time and not closed at its end. */
  readStanding(fromMs: number, toMs: number): Promise<readonly KeptAlarm[]>;
  /** The highest number that any alarm or step has. */
  readLatest(): Promise<number>;
  /** When each alarm after an instant was raised, in order. */
  readRaiseTimes(fromMs: number): Promise<readonly number[]>;
  /** Oldest first. */
  readSteps(alarmId: string): Promise<readonly KeptStep[]>;
  readRequests(fromMs: number): Promise<readonly AlarmRequest[]>;
  readOutbox(): Promise<readonly OutboxLine[]>;
  readWaiting(): Promise<readonly KeptWaiting[]>;
  /** Floods that reach into a time, the oldest first. */
  readFloods(fromMs: number, toMs: number): Promise<readonly Flood[]>;
  /**
   * Removes alarms that were closed before an instant with their history, up to so many.
   * @returns how many
   */
  trim(closedBeforeMs: number, most: number): Promise<number>;
  forgetRequests(beforeMs: number): Promise<void>;
  forgetFloods(beforeMs: number): Promise<void>;
}
