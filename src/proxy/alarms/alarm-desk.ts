import type { RuleView } from '../../api/alarm-rules.ts';
import type { EventSending } from '../../api/event-sending.ts';
import { repeatAlarm, returnAlarm } from '../../domain/alarm-transition.ts';
import type { EventTopic } from '../../domain/device-event.ts';
import type { StoredEvent } from '../events/feed.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptAlarm, KeptWaiting } from '../store/alarm-store.ts';
import type { KeptEvent } from '../store/event-store.ts';
import type { AlarmLedger } from './alarm-ledger.ts';
import type { AlarmRules } from './alarm-rules.ts';
import { BoundedMap } from './bounded-map.ts';
import type { FloodWatch } from './flood-watch.ts';
import { LastingStates } from './lasting-states.ts';
import type { OpenAlarms } from './open-alarms.ts';
import { mostEventIds, newAlarm, waitingOf } from './raise-alarm.ts';
import { isWithinHours } from './rule-hours.ts';
import { isInPlace, isLost, watchedIds } from './rule-place.ts';
import { isMoment, type Signal, signalsOf } from './signals.ts';
import type { WaitingStates } from './waiting-states.ts';

/** More than anybody will ever work through; then what matters least is closed. */
const mostOpen = 2000;
const closedAtOnce = 100;
const mostEnds = 10_000;
/** The desk itself, where it does what a person does elsewhere. */
const system = { id: 'system', name: '' } as const;

export interface SendCause {
  readonly ruleId: string;
  readonly ruleName: string;
  readonly alarmId: string;
  /** Of the event that raised it. */
  readonly eventId: string | null;
}
/** Tells a device of an alarm, as its rule wants. */
export type SendForRule = (sending: EventSending, because: SendCause) => Promise<void>;

export interface DeskDependencies {
  readonly rules: Pick<AlarmRules, 'of' | 'get'>;
  readonly alarms: OpenAlarms;
  readonly ledger: Pick<AlarmLedger, 'change'>;
  readonly waiting: () => WaitingStates;
  readonly flood: Pick<FloodWatch, 'raised'>;
  readonly registry: Pick<DeviceRegistry, 'device'>;
  /** In which the hours of rules are meant. */
  readonly zoneOf: (deviceId: string) => string;
  readonly send: (rule: RuleView, alarm: KeptAlarm) => void;
  readonly now: () => number;
}

/** Makes alarms of events, and lets them pass when what caused them does. */
export class AlarmDesk {
  readonly #with: DeskDependencies;
  readonly #states = new LastingStates();
  /** When what a key stands for ended last. */
  readonly #ends = new BoundedMap<string, number>(mostEnds);

  constructor(dependencies: DeskDependencies) {
    this.#with = dependencies;
  }

  take(events: readonly StoredEvent[]): void {
    for (const { event, isNew } of events) {
      this.#states.note(event);
      for (const rule of this.#rulesFor(event.fact.topic)) this.#judge(rule, event, isNew);
    }
  }

  /** What a rule was about and is no longer passes; what it is about now and holds already is raised. */
  ruleChanged(before: RuleView | null, after: RuleView | null): void {
    const id = before?.id ?? after?.id ?? '';
    if (!after?.enabled) {
      this.#pass((one) => one.ruleId === id);
      return;
    }
    const topics = topicsOf(after.topic);
    const { cameraIds } = after;
    // What is of a whole device is of all its cameras.
    const isElsewhere = ({
      cameraId,
      deviceId,
    }: { [K in 'cameraId' | 'deviceId']: string | null }) =>
      cameraIds.length > 0 &&
      (cameraId === null ? this.#watchedOf(deviceId) : [cameraId]).every(
        (one) => !cameraIds.includes(one),
      );
    const isOther = (key: string) => !topics.some((topic) => key.startsWith(keyStart(id, topic)));
    this.#pass((one) => one.ruleId === id && (isElsewhere(one) || isOther(one.key)));
    for (const event of topics.flatMap((topic) => this.#states.of(topic))) {
      this.#judge(after, { ...event, isSnapshot: true }, true);
    }
  }

  /** A device went, or other cameras of it are watched: of what nobody watches there is no alarm. */
  deviceChanged(deviceId: string): void {
    const device = this.#with.registry.device(deviceId);
    const watched = watchedIds(device);
    if (!device) this.#states.forgetDevice(deviceId);
    this.#pass(
      (one) =>
        one.deviceId === deviceId &&
        (watched.length === 0 || (one.cameraId !== null && !watched.includes(one.cameraId))),
    );
  }

  /** It has lasted as long as its rule wants. */
  lasted(one: KeptWaiting): void {
    const rule = this.#with.rules.get(one.ruleId);
    if (!rule?.enabled) return;
    const open = this.#with.alarms.byKey(one.key);
    if (open) this.#repeat(open, one.eventId, one.atMs);
    else this.#raise(rule, one, this.#topicOf(one.key));
  }

  /** A device that is lost is a loss of all its views. */
  #rulesFor(topic: EventTopic): readonly RuleView[] {
    const { rules } = this.#with;
    return topic === 'connection' ? [...rules.of(topic), ...rules.of('channel')] : rules.of(topic);
  }

  #judge(rule: RuleView, event: KeptEvent, isNew: boolean): void {
    const { registry, zoneOf } = this.#with;
    if (!isInPlace(rule, event, registry)) return;
    const device = registry.device(event.deviceId);
    for (const signal of signalsOf(rule, event)) {
      if (!signal.holds) this.#end(rule, event, signal);
      else if (event.fact.topic === 'channel' && isLost(device)) continue;
      else if (isWithinHours(rule, event.atMs, zoneOf(event.deviceId))) {
        this.#hold(rule, event, signal, isNew);
      }
    }
    if (event.fact.topic === 'connection' && isLost(device)) {
      this.#with
        .waiting()
        .removeWhere(
          (one) =>
            one.ruleId === rule.id &&
            watchedIds(device).includes(one.cameraId ?? '') &&
            one.eventId !== '',
        );
    }
  }

  #hold(rule: RuleView, event: KeptEvent, signal: Signal, isNew: boolean): void {
    const { alarms } = this.#with;
    const isOld = event.isLate === true || !isNew;
    const open = alarms.byKey(signal.key);
    if (open) {
      this.#again(rule, open, event, signal, isNew);
      return;
    }
    if (isOld && alarms.lastClosedMs(signal.key) >= event.atMs) return;
    this.#begin(rule, event, signal);
  }

  #again(rule: RuleView, open: KeptAlarm, event: KeptEvent, signal: Signal, isNew: boolean): void {
    if (event.isSnapshot && open.active) return;
    // Told once more after a kill, or grown.
    const mayBeKnown = event.isLate === true || !isNew;
    if (mayBeKnown && open.eventIds.includes(event.id)) return;
    if (!isNew && open.active) return;
    const isBefore = event.atMs <= Math.max(open.lastAtMs, open.returnedAtMs ?? 0);
    if (event.isLate && isBefore) this.#count(open, event.id);
    else if (open.active || isMoment(event.fact.topic)) this.#repeat(open, event.id, event.atMs);
    else this.#begin(rule, event, signal);
  }

  /** At once, or when it has lasted; of what is known to have ended, as long as it did. */
  #begin(rule: RuleView, event: KeptEvent, signal: Signal): void {
    const { topic } = event.fact;
    const waiting = waitingOf(rule, event, signal, this.#onlyCamera(event));
    const endedMs = isMoment(topic) ? undefined : this.#ends.get(signal.key);
    if (event.isLate && endedMs !== undefined && endedMs > event.atMs) {
      if (endedMs < waiting.dueMs) return;
      this.#comeAndGo(rule, waiting, topic, endedMs);
    } else if (rule.condition.leastSeconds > 0 && !isMoment(topic)) {
      this.#with.waiting().add(waiting);
    } else {
      const open = this.#with.alarms.byKey(signal.key);
      if (open) this.#repeat(open, event.id, event.atMs);
      else this.#raise(rule, waiting, topic);
    }
  }

  #end(rule: RuleView, event: KeptEvent, { key }: Signal): void {
    const { isLate } = event;
    // What grew while somebody listened began at its moment, and is over since its end.
    const atMs = isLate ? event.atMs : (event.endMs ?? event.atMs);
    this.#ends.set(key, Math.max(atMs, this.#ends.get(key) ?? 0));
    const waiting = this.#with.waiting().get(key);
    if (waiting && !(isLate && atMs < waiting.atMs)) {
      this.#with.waiting().remove(key);
      if (atMs >= waiting.dueMs) this.#comeAndGo(rule, waiting, event.fact.topic, atMs);
    }
    const open = this.#with.alarms.byKey(key);
    if (open?.active && !(isLate && atMs < open.lastAtMs)) this.#return(open, atMs);
  }

  /** It is over already, and lasted long enough to be told. */
  #comeAndGo(rule: RuleView, one: KeptWaiting, topic: EventTopic, endedMs: number): void {
    const open = this.#with.alarms.byKey(one.key);
    const raised = open ? this.#repeat(open, one.eventId, one.atMs) : this.#raise(rule, one, topic);
    this.#return(raised, endedMs);
  }

  #raise(rule: RuleView, from: KeptWaiting, topic: EventTopic): KeptAlarm {
    const { ledger, flood, send, now, alarms } = this.#with;
    if (alarms.size >= mostOpen) this.#closeLeast();
    const atMs = now();
    const alarm = ledger.change(newAlarm(rule, from, topic, atMs), [
      { kind: 'raised', atMs: from.atMs },
    ]);
    flood.raised(atMs);
    // What a device is told now would be wrong of what happened then.
    if (!from.isLate) send(rule, alarm);
    return alarm;
  }

  #repeat(open: KeptAlarm, eventId: string, atMs: number): KeptAlarm {
    const next = { ...open, ...repeatAlarm(open, atMs), eventIds: withEvent(open, eventId) };
    if (open.active) return this.#with.ledger.change(next, [], { when: 'count' });
    return this.#with.ledger.change(
      { ...next, wantedSinceMs: this.#with.now(), escalatedAtMs: null },
      [{ kind: 'repeated', atMs }],
    );
  }

  #count(open: KeptAlarm, eventId: string): void {
    const next = { ...open, count: open.count + 1, eventIds: withEvent(open, eventId) };
    this.#with.ledger.change(next, [], { when: 'count' });
  }

  #return(open: KeptAlarm, atMs: number, text?: string): void {
    const next = { ...open, ...returnAlarm(open, atMs) };
    this.#with.ledger.change(next, [
      { kind: 'returned', atMs, ...(text === undefined ? {} : { text }) },
    ]);
  }

  #pass(
    isGone: (
      one: Pick<KeptWaiting, 'ruleId' | 'cameraId' | 'key'> & { deviceId: string | null },
    ) => boolean,
  ): void {
    this.#with.waiting().removeWhere(isGone);
    for (const alarm of this.#with.alarms.all) {
      if (alarm.active && isGone(alarm)) this.#return(alarm, this.#with.now());
    }
  }

  #closeLeast(): void {
    const { alarms, ledger, now } = this.#with;
    const atMs = now();
    for (const alarm of alarms.least(closedAtOnce)) {
      ledger.change({ ...alarm, closed: { by: system, atMs } }, [
        { kind: 'close', atMs, by: system },
      ]);
    }
  }

  #watchedOf(deviceId: string | null): readonly string[] {
    return watchedIds(deviceId === null ? undefined : this.#with.registry.device(deviceId));
  }

  /** A device with one camera is that camera. */
  #onlyCamera({ cameraId, fact, deviceId }: KeptEvent) {
    const device = this.#with.registry.device(deviceId);
    const watched = watchedIds(device);
    if (cameraId !== null || fact.topic !== 'connection' || watched.length !== 1) return null;
    const row = device?.cameras.find((one) => one.row.id === watched[0])?.row;
    return row ? { id: row.id, name: row.name } : null;
  }

  #topicOf(key: string): EventTopic {
    return (JSON.parse(key) as [string, EventTopic])[1];
  }
}

/** Of a lost device it is a rule of channels that tells. */
function topicsOf(topic: EventTopic): readonly EventTopic[] {
  return topic === 'channel' ? ['channel', 'connection'] : [topic];
}

function keyStart(ruleId: string, topic: EventTopic): string {
  return JSON.stringify([ruleId, topic]).slice(0, -1);
}

function withEvent({ eventIds }: KeptAlarm, eventId: string): string[] {
  if (eventId === '' || eventIds.includes(eventId)) return eventIds;
  return [...eventIds.slice(1 - mostEventIds), eventId];
}
