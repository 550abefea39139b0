import type { AlarmActionRequest } from '../../api/alarms.ts';
import type { AlarmAction, AlarmActor } from '../../domain/alarm.ts';
import { type ActionRefusal, actOnAlarm, returnAlarm } from '../../domain/alarm-transition.ts';
import type { AuditSignature } from '../access/audit.ts';
import { cleanText } from '../registry/clean-name.ts';
import { RequestFault } from '../request-fault.ts';
import type { AlarmStore, KeptAlarm, OutboxLine } from '../store/alarm-store.ts';
import type { AlarmLedger } from './alarm-ledger.ts';
import { type AlarmOutbox, outboxLine } from './alarm-outbox.ts';
import { type AlarmRequests, requestKey } from './alarm-requests.ts';
import type { AlarmWrites } from './alarm-writes.ts';
import type { NewStep } from './new-step.ts';
import type { OpenAlarms } from './open-alarms.ts';
import { isMoment } from './signals.ts';

/** What a window did without network counts from then, but not from before that. */
const oldestMs = 24 * 3_600_000;
const longestWords = 500;

export interface Acting {
  readonly by: AlarmActor;
  readonly signature: AuditSignature;
  /** Whether the alarm is this person's business. */
  readonly may: (alarm: KeptAlarm) => boolean;
  /** Somebody to whom this alarm may be given; null where there is no such person. */
  readonly recipient: (personId: string, alarm: KeptAlarm) => AlarmActor | null;
}

export interface ActionDependencies {
  readonly alarms: OpenAlarms;
  readonly ledger: AlarmLedger;
  readonly requests: AlarmRequests;
  readonly writes: Pick<AlarmWrites, 'keep'>;
  readonly outbox: Pick<AlarmOutbox, 'write'>;
  readonly store: Pick<AlarmStore, 'readAlarm'>;
  readonly now: () => number;
  readonly onFault: (fault: unknown) => void;
}

interface Done {
  readonly alarm: KeptAlarm;
  /** For the record of who did what; absent where nothing was changed. */
  readonly line?: OutboxLine | undefined;
}

/** What people do to alarms. */
export class AlarmActions {
  readonly #with: ActionDependencies;

  constructor(dependencies: ActionDependencies) {
    this.#with = dependencies;
  }

  /** @throws RequestFault `not-found`; `alarm-refused` with an `ActionRefusal` as its detail */
  async act(alarmId: string, request: AlarmActionRequest, acting: Acting): Promise<KeptAlarm> {
    const { alarms, requests, writes, outbox, store, onFault } = this.#with;
    const alarm = alarms.recent(alarmId) ?? (await store.readAlarm(alarmId));
    if (!alarm || !acting.may(alarm)) throw new RequestFault('not-found');
    const id = requestKey(acting.by.id, alarmId, request.requestId);
    // Nothing is waited for from here until it is done: two at the same time come one after the other.
    const now = alarms.recent(alarmId) ?? alarm;
    const done = requests.isDone(id) ? { alarm: now } : this.#do(now, id, request, acting);
    // Also for what was done already: the first time may still wait for the disk.
    await writes.keep(alarmId);
    // What a kill undoes is sent again, and must not stand in the record twice.
    if (done.line) outbox.write(done.line).catch(onFault);
    return done.alarm;
  }

  #do(alarm: KeptAlarm, id: string, request: AlarmActionRequest, acting: Acting): Done {
    const { ledger, requests, now } = this.#with;
    const nowMs = now();
    const atMs = Math.min(nowMs, Math.max(request.atMs, alarm.raisedAtMs, nowMs - oldestMs));
    const action = this.#action(alarm, request.action, acting);
    const why = tooLate(alarm, action, request.atMs, nowMs);
    const result = why
      ? ({ kind: 'refused', why } as const)
      : actOnAlarm(alarm, action, acting.by, atMs);
    if (result.kind === 'refused') throw new RequestFault('alarm-refused', result.why);
    const kept = { id, alarmId: alarm.id, atMs: nowMs };
    requests.add(kept);
    if (result.kind === 'unchanged') {
      ledger.note(alarm, kept);
      return { alarm };
    }
    const step: NewStep = { kind: action.kind, atMs, by: acting.by, ...detailsOf(action) };
    const next = { ...alarm, ...result.alarm } as KeptAlarm;
    // Nothing will ever say that it is over.
    const isOver = action.kind === 'acknowledge' && isMoment(alarm.topic) && next.active;
    const passed = isOver ? { ...next, ...returnAlarm(next, atMs) } : next;
    let line: OutboxLine | undefined;
    const changed = ledger.change(
      passed as KeptAlarm,
      isOver ? [step, { kind: 'returned', atMs }] : [step],
      {
        request: kept,
        outbox: (number) => {
          const parameters = parametersOf(action, atMs);
          line = outboxLine(alarm, number, acting.signature, action.kind, parameters);
          return line;
        },
      },
    );
    return { alarm: changed, line };
  }

  #action(
    alarm: KeptAlarm,
    action: AlarmActionRequest['action'],
    { recipient }: Acting,
  ): AlarmAction {
    if (action.kind !== 'forward') return withCleanWords(action);
    const to = recipient(action.toPersonId, alarm);
    // Somebody who may not see the alarm is refused like somebody who is not there.
    if (to === null) throw new RequestFault('invalid-input', 'action.toPersonId');
    return { kind: 'forward', to };
  }
}

type WithoutPerson = Exclude<AlarmAction, { readonly kind: 'forward' }>;

/** What a person writes is shown to others, and must not turn or hide what stands beside it. */
function withCleanWords(action: WithoutPerson): WithoutPerson {
  const clean = (text: string) => cleanText(text, longestWords);
  switch (action.kind) {
    case 'shelve':
    case 'out-of-service':
      return { ...action, reason: clean(action.reason) };
    case 'note':
      return { ...action, text: clean(action.text) };
    default:
      return action;
  }
}

/** Whether what was done then no longer fits what is now. */
function tooLate(
  alarm: KeptAlarm,
  action: AlarmAction,
  atMs: number,
  nowMs: number,
): ActionRefusal | null {
  if (action.kind === 'shelve' && action.untilMs <= nowMs) return 'shelf-time';
  const cameBack = alarm.wantedSinceMs > alarm.raisedAtMs && atMs < alarm.wantedSinceMs;
  return action.kind === 'acknowledge' && alarm.acknowledged === null && cameBack
    ? 'came-back'
    : null;
}

function detailsOf(action: AlarmAction): Pick<NewStep, 'text' | 'to' | 'untilMs'> {
  switch (action.kind) {
    case 'acknowledge':
      return action.reason === null ? {} : { text: action.reason };
    case 'forward':
      return { to: action.to };
    case 'shelve':
      return { text: action.reason, untilMs: action.untilMs };
    case 'out-of-service':
      return { text: action.reason };
    case 'note':
      return { text: action.text };
    default:
      return {};
  }
}

function parametersOf(action: AlarmAction, atMs: number): Record<string, string> {
  const { text, to, untilMs } = detailsOf(action);
  return {
    at: new Date(atMs).toISOString(),
    ...(text === undefined ? {} : { text }),
    ...(to === undefined ? {} : { to: to.name }),
    ...(untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() }),
  };
}
