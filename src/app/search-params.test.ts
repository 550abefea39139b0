import { expect, test } from 'vitest';
import {
  alarmsSearch,
  auditSearch,
  casesSearch,
  eventsSearch,
  focusSearch,
  liveSearch,
  playbackSearch,
} from './search-params.ts';

test('takes a tile and the state of the camera list', () => {
  expect(liveSearch({ tile: 3, dock: false })).toEqual({ tile: 3, dock: false });
});

test.each([0, -1, 1.5, 101, 'x', null, {}])('ignores %j as a tile', (tile) => {
  expect(liveSearch({ tile, dock: 'perhaps', other: 1 })).toEqual({});
});

test('takes the two streams that there are', () => {
  expect(focusSearch({ stream: 'main' })).toEqual({ stream: 'main' });
  expect(focusSearch({ stream: 'sub' })).toEqual({ stream: 'sub' });
  expect(focusSearch({ stream: 'rtsp://x' })).toEqual({});
});

test('takes the filters of the record and the number of a line', () => {
  const search = { who: 'Zoë', what: 'camera', object: 7, outcome: '', from: '2026-11-25T10:00' };
  expect(auditSearch({ ...search, entry: '12', other: 'x' })).toEqual({
    who: 'Zoë',
    what: 'camera',
    object: '7',
    from: '2026-11-25T10:00',
    entry: 12,
  });
  expect(auditSearch({ entry: -1, who: {}, what: 'x'.repeat(500) }).what).toHaveLength(128);
  expect(auditSearch({ entry: 1.5, who: null })).toEqual({});
});

test('takes the topics and cameras of events, and that they wait', () => {
  expect(eventsSearch({ topics: 'plate,call', cameras: 'c1,c2', event: 'e7' })).toEqual({
    topics: 'plate,call',
    cameras: 'c1,c2',
    event: 'e7',
  });
  expect(eventsSearch({ topics: '', cameras: {}, event: '' })).toEqual({});
});

test('takes which alarms are shown', () => {
  expect(alarmsSearch({ state: 'unack,ack', prio: 1, other: 'x' })).toEqual({
    state: 'unack,ack',
    prio: '1',
  });
});

test('takes cameras and a moment of the recordings', () => {
  const search = {
    cams: 'a,b',
    t: '2026-11-20T22:14:05Z',
    span: '1h',
    speed: 2,
    zone: 'utc',
    quiet: 'skip',
  };
  expect(playbackSearch({ ...search, play: '1', other: 1 })).toEqual({
    ...search,
    speed: '2',
    play: 1,
  });
  expect(playbackSearch({ cams: '', t: {}, play: 'x' })).toEqual({});
});

test('takes words and which cases are shown, open ones without a word', () => {
  expect(casesSearch({ q: 7, show: 'closed', other: 1 })).toEqual({ q: '7', show: 'closed' });
  expect(casesSearch({ q: '', show: 'open' })).toEqual({});
});
