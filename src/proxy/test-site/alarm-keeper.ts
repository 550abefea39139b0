import { writeSync } from 'node:fs';
import type { AlarmAction } from '../../domain/alarm.ts';
import { type AlarmComposition, composeAlarms } from '../alarms/compose-alarms.ts';
import { AuditRecord } from '../audit/audit-record.ts';
import { InProcessEventBus } from '../cluster/event-bus.ts';
import { EventJournal } from '../events/event-journal.ts';
import { normalise } from '../events/normalise.ts';
import { openStore } from '../store/open-store.ts';
import { tellingDevice } from './telling-protocol.ts';

/**
 * A program that makes an alarm of each call, and does to each what a person would, until it is
 * killed. It says what it promised: `raised`, then each action when that was answered.
 */
const [folder = '', first = '0'] = process.argv.slice(2);
const log = { warn: () => undefined, error: () => undefined };
const now = () => Date.now();
const store = await openStore(folder, now());
const journal = await EventJournal.open({ store: store.events, now, log });
const audit = await AuditRecord.open({ store: store.audit, key: Buffer.alloc(32, 7), now, log });
const device = tellingDevice('d1', 'http://127.0.0.1:9');
const registry = { devices: [device], device: () => device, listen: () => () => undefined };
const { alarms, actions, flush } = await composeAlarms({
  registry: registry as unknown as AlarmComposition['registry'],
  access: {} as AlarmComposition['access'],
  events: { journal, onStored: (listener) => journal.onStored(listener) },
  bus: new InProcessEventBus(),
  send: () => Promise.resolve(),
  ...{ store, audit, now, log },
  zone: 'UTC',
  keepDays: 90,
});

const person = { id: 'g', name: 'Guard' };
async function act(id: string, action: Exclude<AlarmAction, { kind: 'forward' }>): Promise<void> {
  const request = { requestId: `${action.kind} ${id}`, atMs: now(), action };
  await actions.act(id, request, {
    by: person,
    signature: { actor: { kind: 'person', ...person } },
    may: () => true,
    recipient: () => null,
  });
  writeSync(1, `${action.kind} ${id}\n`);
}

/** Events are in the journal before they are told of; whether alarms were made of them is not sure. */
function happen(caller: string, active: boolean): Promise<void> {
  const more = { caller, place: '', deviceName: '', linked: [] };
  const fact = { topic: 'call', active, ...more } as const;
  const event = normalise({ fact }, { device, receivedAtMs: now(), isLate: false });
  if (event) journal.add([{ event, mayRepeat: false }]);
  return journal.flush();
}

for (let number = Number(first); ; number += 1) {
  const caller = `c${number}`;
  await happen(caller, true);
  writeSync(1, `called ${caller}\n`);
  await flush();
  const id = alarms.all.find(({ subject }) => subject === caller)?.id ?? '';
  await act(id, { kind: 'claim' });
  await act(id, { kind: 'acknowledge', reason: 'real' });
  await happen(caller, false);
  await act(id, { kind: 'note', text: 'seen' });
  if (number % 2 === 0) await act(id, { kind: 'close' });
}
