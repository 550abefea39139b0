import { readAccountNames, readPrivacy } from './account-tables.ts';
import { readAcknowledgement, readCreated } from './acknowledgement.ts';
import { readLocalClock } from './device-clock.ts';
import { readEventData, readMonitoredEvents } from './event-data.ts';
import { readPortStates } from './port-states.ts';
import { readPosition, readPtzCommands } from './ptz-replies.ts';
import { readStorageList } from './storage-list.ts';

type Decoder = (text: string, operation: string) => unknown;

/** How a plain text reply reads, by id of its endpoint; replies of parameters need no entry. */
export const decoders: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ['accounts.passwords', readAccountNames],
  ['accounts.privacy', readPrivacy],
  ['date.read', readLocalClock],
  ['date.set', readAcknowledgement],
  ['events.monitor', readMonitoredEvents],
  ['events.monitor-misspelt', readMonitoredEvents],
  ['events.read', readEventData],
  ['events.read-misspelt', readEventData],
  ['inputs.activity', readPortStates],
  ['inputs.state', readPortStates],
  ['output.activate', readAcknowledgement],
  ['output.deactivate', readAcknowledgement],
  ['outputs.activity', readPortStates],
  ['outputs.state', readPortStates],
  ['parameters.add', readCreated],
  ['parameters.update', readAcknowledgement],
  ['parameters.update-network', readAcknowledgement],
  ['ptz.commands', readPtzCommands],
  ['ptz.position', readPosition],
  ['sequence.add-line', readCreated],
  ['sequence.add-point', readCreated],
  ['sequence.update-point', readAcknowledgement],
  ['snapshot-path.write', readAcknowledgement],
  ['storage.list', readStorageList],
  ['time-zone.set', readAcknowledgement],
]);
