import type { RuleView } from '../../api/alarm-rules.ts';
import { zoneText } from '../../domain/zone-text.ts';
import type { Access } from '../access/access.ts';
import type { Audit } from '../access/audit.ts';
import type { EventBus } from '../cluster/event-bus.ts';
import type { EventParts } from '../events/compose-events.ts';
import type { AlarmFeed, StoredEvent, StoredEvents } from '../events/feed.ts';
import type { Logger } from '../log.ts';
import type { DeviceRegistry } from '../registry/device-registry.ts';
import type { KeptAlarm } from '../store/alarm-store.ts';
import type { Store } from '../store/store.ts';
import { AlarmActions } from './alarm-actions.ts';
import { AlarmDesk, type SendForRule } from './alarm-desk.ts';
import { AlarmLedger } from './alarm-ledger.ts';
import { AlarmOutbox } from './alarm-outbox.ts';
import { AlarmPeople } from './alarm-people.ts';
import { AlarmRequests, requestLifeMs } from './alarm-requests.ts';
import { AlarmRules } from './alarm-rules.ts';
import { alarmUpkeep } from './alarm-upkeep.ts';
import { AlarmWrites } from './alarm-writes.ts';
import { catchUp } from './catch-up.ts';
import { Deadlines } from './deadlines.ts';
import { DeviceLosses } from './device-losses.ts';
import { EventIntake } from './event-intake.ts';
import { FloodWatch, floodSpanMs } from './flood-watch.ts';
import { OpenAlarms } from './open-alarms.ts';
import { SeenAlarms, type SeenDependencies } from './seen-alarms.ts';
import { WaitingStates } from './waiting-states.ts';

/** So many of those closed last are looked at by what comes late. */
const mostClosedRead = 2000;

export interface AlarmComposition {
  readonly store: Pick<Store, 'alarms' | 'audit'>;
  readonly registry: DeviceRegistry;
  readonly bus: EventBus;
  readonly events: StoredEvents & Pick<EventParts, 'journal'>;
  readonly access: Pick<Access, 'people' | 'gate' | 'sessions'>;
  readonly audit: Audit;
  /** What a rule sends to devices. */
  readonly send: SendForRule;
  /** Of the site, for devices that name none. */
  readonly zone: string;
  readonly keepDays: number;
  readonly now: () => number;
  readonly log: Pick<Logger, 'error'>;
}

export interface AlarmParts {
  readonly rules: AlarmRules;
  readonly actions: AlarmActions;
  readonly alarms: OpenAlarms;
  readonly people: AlarmPeople;
  readonly seen: SeenDependencies;
  readonly flood: FloodWatch;
  readonly feed: AlarmFeed;
  /** Keeps what changed of an alarm, so that whoever reads its history finds what was just done. */
  keep(alarmId: string): Promise<void>;
  /** In which the hours of rules are meant. */
  readonly zoneOf: (deviceId: string) => string;
  /** Takes in and keeps what waits, so that whoever reads finds what was just done. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** The alarm desk with all that it hears, keeps and tells. */
export async function composeAlarms(from: AlarmComposition): Promise<AlarmParts> {
  const { store, registry, bus, events, access, audit, now, log } = from;
  const kept = store.alarms;
  // From here on nothing is missed; what happened before is in the journal.
  const { latest } = events.journal;
  const early: StoredEvent[] = [];
  let hear = (stored: readonly StoredEvent[]): void => {
    early.push(...stored);
  };
  const stopEvents = events.onStored((stored) => hear(stored));
  const onFault = (fault: unknown) => log.error({ fault, operation: 'alarms' });
  const rules = await AlarmRules.load(kept);
  const alarms = new OpenAlarms(await kept.readOpen(), await kept.readClosed({}, mostClosedRead));
  const listeners = new Set<(alarmIds: readonly string[]) => void>();
  const writes = new AlarmWrites({
    store: kept,
    log,
    onWritten: (alarmIds) => {
      for (const listener of [...listeners]) listener(alarmIds);
    },
  });
  const deadlines = new Deadlines(now, onFault);
  const ledger = new AlarmLedger({
    ...{ alarms, writes, deadlines, now },
    latest: await kept.readLatest(),
  });
  const [lasting] = (await kept.readFloods(now(), Number.MAX_SAFE_INTEGER)).filter(
    ({ toMs }) => toMs === null,
  );
  const flood = new FloodWatch(
    { now, deadlines, keep: (one) => writes.flood(one) },
    await kept.readRaiseTimes(now() - floodSpanMs),
    lasting?.fromMs ?? null,
  );
  const send = (rule: RuleView, alarm: KeptAlarm) => {
    const because = {
      ...{ ruleId: rule.id, ruleName: rule.name, alarmId: alarm.id },
      eventId: alarm.eventIds.at(-1) ?? null,
    };
    for (const sending of rule.sendings) from.send(sending, because).catch(onFault);
  };
  const zoneOf = (deviceId: string) =>
    zoneText(registry.device(deviceId)?.status.identity?.zone) ?? from.zone;
  const desk = new AlarmDesk({
    ...{ rules, alarms, ledger, flood, registry, send, now },
    waiting: () => waiting,
    zoneOf,
  });
  const waiting = new WaitingStates(
    { now, deadlines, writes, onDue: (one) => desk.lasted(one) },
    await kept.readWaiting(),
  );
  const outbox = new AlarmOutbox({ store: kept, auditStore: store.audit, audit, writes });
  await outbox.recover();
  const requests = new AlarmRequests(await kept.readRequests(now() - requestLifeMs));
  const seen = { registry, procedureOf: (ruleId: string) => rules.get(ruleId)?.procedure };
  rules.onChange((before, after) => desk.ruleChanged(before, after));
  await catchUp({ store: kept, journal: events.journal, desk, writes }, latest);
  const intake = new EventIntake({
    take: (stored) => desk.take(stored),
    onTaken: (number) => writes.cursor(number),
    onFault,
  });
  hear = (stored) => intake.add(stored);
  hear(early);
  const stopDevices = registry.listen((deviceId) => desk.deviceChanged(deviceId));
  const losses = new DeviceLosses({ registry, bus, now, onFound: (found) => desk.take(found) });
  losses.look();
  const upkeep = alarmUpkeep({ store: kept, keepDays: from.keepDays, now, log });
  return {
    ...{ rules, alarms, seen, flood, zoneOf },
    people: new AlarmPeople(access, seen),
    actions: new AlarmActions({
      ...{ alarms, ledger, requests, writes, outbox, now, onFault },
      store: kept,
    }),
    feed: {
      read: (caller, ids) => {
        const asked =
          ids === 'open' ? alarms.all : [...ids].flatMap((id) => alarms.recent(id) ?? []);
        const own = new SeenAlarms(caller, seen);
        return { alarms: asked.flatMap((alarm) => own.view(alarm) ?? []), flood: flood.state };
      },
      onChanged: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
    keep: (alarmId) => writes.keep(alarmId),
    flush: async () => {
      await intake.settled();
      await writes.flush();
    },
    stop: async () => {
      stopEvents();
      intake.stop();
      stopDevices();
      losses.stop();
      deadlines.stop();
      await upkeep.stop();
      await writes.close();
    },
  };
}
