import { writeSync } from 'node:fs';
import { soleOwner } from '../cluster/device-ownership.ts';
import { EventJournal } from '../events/event-journal.ts';
import { EventListeners } from '../events/event-listeners.ts';
import { openStore } from '../store/open-store.ts';
import { tellingDevice } from './telling-protocol.ts';

/** A program that listens to a device and keeps its events until it is killed, and says which. */
const [folder = '', origin = ''] = process.argv.slice(2);
const store = await openStore(folder, 1);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const now = () => Date.now();
const journal = await EventJournal.open({ store: store.events, now, log });
journal.onStored((events) => {
  const told = events.map(({ event: { fact } }) => (fact.topic === 'packing' ? fact.text : ''));
  writeSync(1, `${told.join('\n')}\n`);
});
const device = tellingDevice('d1', origin);
await EventListeners.open({
  registry: {
    devices: [device],
    device: () => device,
    listen: () => () => undefined,
    swapChannels: () => Promise.resolve(),
  },
  ownership: soleOwner,
  journal,
  store: store.events,
  now,
  log,
  watched: () => false,
  recheck: () => Promise.resolve(),
});
