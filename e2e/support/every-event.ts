import type { SiteEvent } from '../../scripts/site-control.ts';

/** An event that a device is ordered to tell, and what its row has to say. */
export interface EventCase {
  readonly order: SiteEvent;
  readonly says: readonly string[];
}

const recorder = 'Riverside recorder';
const server = 'Annex video server';
const older = 'Shop video server';
const standard = 'Barrier';
const polled = 'Yard';
const polledToo = 'Canteen';

/** Bits of all reasons that the document lists. */
const everyReason = 2 ** 17 - 1;

const from = (device: string, kind: string, fields: object, ...says: string[]): EventCase => ({
  order: { device, kind, ...fields },
  says,
});

/**
 * Each kind of event that the simulated devices can be ordered to tell. Of one camera no four come
 * of a topic: the page would show them as one.
 */
export const eventCases: readonly EventCase[] = [
  // First, since what is set stays: by itself it tells of motion again and again.
  from(standard, 'motion', { window: 0, level: 33 }, standard, '33 % of the area'),
  from(standard, 'motion', { window: 1, level: 77 }, standard, '77 % of the area', 'Motion1'),
  from(standard, 'tampering', {}, standard, 'Camera tampered with'),
  from(standard, 'input', { input: '2', on: true }, standard, 'Input 2', 'on'),
  from(standard, 'face', {}, standard, 'Face'),

  from(
    recorder,
    'status',
    { channel: 2, code: 404 },
    'Lobby',
    'no network',
    'No network connection',
  ),
  from(recorder, 'status', { channel: 2, code: 200 }, 'Lobby', 'State', 'connected'),
  from(recorder, 'channel-added', { channel: 3 }, 'Warehouse', 'Channel added'),
  from(recorder, 'channel-removed', { channel: 4 }, 'Car park', 'Channel removed'),
  from(recorder, 'source-modified', { channel: 5 }, 'Loading dock', 'Source of the video changed'),
  from(recorder, 'stream-changed', { channel: 6 }, 'Stairwell', 'Stream changed'),
  from(recorder, 'stream-ready', { channel: 6 }, 'Stairwell', 'Stream is ready', 'Video available'),
  from(recorder, 'channel-renamed', { channel: 3, name: 'Pier 9' }, 'Renamed', 'Pier 9'),
  from(recorder, 'motion', { channel: 1, on: true }, 'Main gate', 'Motion started'),
  from(recorder, 'motion', { channel: 4, on: false }, 'Car park', 'Motion ended'),
  from(
    recorder,
    'recording',
    { channel: 5, on: false },
    'Loading dock',
    'Not recording',
    'fails since',
  ),
  from(recorder, 'parking', { count: 31 }, 'Car park', 'All parking', '31 of 40'),
  from(recorder, 'system', { code: 1015, name: 'Fan stands' }, 'Fan stands', 'Code 1015'),
  from(recorder, 'packing', { text: 'Pallet 7 closed' }, 'Pallet 7 closed'),
  from(
    recorder,
    'plate',
    { plate: 'QX77ABC', score: 91, direction: 'exit' },
    ...['Main gate', 'QX77ABC', 'Exit', 'Score 91 of 100', 'into lot 1', 'Car park'],
  ),
  from(
    recorder,
    'call',
    { caller: '0000042' },
    ...['Stairwell call point', 'goes on', 'caller 0000042', 'Sammul/Vizufon', 'Stairwell'],
  ),
  from(
    recorder,
    'object',
    { channel: 6, likelihood: 81.5 },
    ...['Stairwell', 'Person', '82 % sure', 'tops: white, long', 'gender: female', 'bag: yes'],
  ),
  from(recorder, 'object', { channel: 8, type: 'vehicle' }, 'Vehicle', 'vehicleType: car', 'white'),
  from(
    recorder,
    'body-temperature',
    { channel: 8 },
    'Server room',
    'Body temperature',
    '75 % sure',
  ),
  from(recorder, 'channel-swapped', { channel: 7, with: 8 }, 'Two channels changed places'),

  from(server, 'disarm', { channel: 0, mode: 'M' }, 'Reception', 'Disarmed', 'motion detection'),
  from(server, 'arm', { channel: 0, mode: 'M' }, 'Reception', 'Armed', 'motion detection'),
  from(server, 'error', { channel: 1, code: 801, text: 'Lens fell off' }, 'Lens fell off', '801'),
  from(server, 'config-change', { channel: 2 }, 'Ward 2', 'Settings changed'),
  from(server, 'offline', { channel: 3 }, 'Roof plant', 'no response'),
  from(server, 'online', { channel: 3 }, 'Roof plant', 'State', 'connected'),
  from(server, 'motion', { channel: 4 }, 'Rack row 2', 'Motion started'),
  from(server, 'classify', { channel: 5, human: 87 }, 'Upper stairs', 'Person', '87 % sure'),
  from(
    server,
    'trigger',
    { channel: 1, mode: 'M', reason: everyReason },
    ...['Aisle 2', 'Motion recording was triggered', 'video motion', 'audio', 'script'],
    ...['camera event', 'web server event', 'other camera', 'manual', 'human', 'vehicle'],
    ...['homekit', 'animal', 'human arrival', 'human departure', 'vehicle arrival'],
    ...['vehicle departure', 'animal arrival', 'animal departure'],
  ),
  from(server, 'file', { channel: 2, path: '/Cameras/Ward 2/dawn.m4v' }, 'Ward 2', 'dawn.m4v'),
  from(server, 'line', { channel: 0, text: 'MOTION 9 8 70 60' }, 'Reception', 'Motion started'),

  from(older, 'arm', { channel: 1 }, `${older} 1`, 'Armed', 'the whole camera'),
  from(older, 'disarm', { channel: 1 }, `${older} 1`, 'Disarmed', 'the whole camera'),
  from(older, 'motion', { channel: 0 }, `${older} 0`, 'Motion started'),
  from(older, 'file', { channel: 0, path: '/Cameras/Counter/till.mov' }, `${older} 0`, 'till.mov'),
  from(older, 'config-change', { channel: 0 }, `${older} 0`, 'Settings changed'),
  from(older, 'offline', { channel: 2 }, `${older} 2`, 'no response'),
  from(older, 'online', { channel: 2 }, `${older} 2`, 'State', 'connected'),

  // One word of its status tells either, motion first.
  from(polled, 'motion', {}, polled, 'Motion started'),
  from(polledToo, 'input', {}, polledToo, 'Input 1', 'on'),
];
