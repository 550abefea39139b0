import { describe, expect, it } from 'vitest';
import { DeviceClock } from './device-clock.ts';
import { ParameterTree } from './parameter-tree.ts';

function clock(): { ask: (query: string) => string; tree: ParameterTree } {
  const tree = new ParameterTree(new Map([['Time.TimeZone', 'GMT+0']]));
  const device = new DeviceClock(tree, () => Date.UTC(2026, 3, 3, 15, 16, 4, 250));
  return { tree, ask: (query) => String(device.answer(new URLSearchParams(query)).body) };
}

describe('date.cgi', () => {
  it('tells the date as the document writes it', () => {
    expect(clock().ask('action=get')).toBe('Apr 03, 2026 15:16:04\r\n');
  });

  it('goes on from what was set, part by part', () => {
    const { ask } = clock();
    expect(ask('action=set&year=2027&month=2&day=1')).toBe('OK\r\n');
    expect(ask('action=get')).toBe('Feb 01, 2027 15:16:04\r\n');
    expect(ask('action=set&hour=0&minute=5&second=59')).toBe('OK\r\n');
    expect(ask('action=get')).toBe('Feb 01, 2027 00:05:59\r\n');
  });

  it('shows the time of its zone, which is a parameter too', () => {
    const { ask, tree } = clock();
    expect(ask('action=set&timezone=GMT-5')).toBe('OK\r\n');
    expect(ask('action=get')).toBe('Apr 03, 2026 10:16:04\r\n');
    tree.set('Time.TimeZone', 'GMT+13');
    expect(ask('action=get')).toBe('Apr 04, 2026 04:16:04\r\n');
  });

  it.each([
    'action=set',
    'action=set&year=2005&month=4&day=3',
    'action=set&month=13',
    'action=set&hour=-1',
    'action=set&minute=',
    'action=set&month=2&day=30',
    'action=set&timezone=GMT%2B8&day=31',
    'action=set&timezone=CET',
    'action=set&timezone=GMT-13',
    'action=reset',
  ])('fails on %s and goes on as before', (query) => {
    const { ask } = clock();
    expect(ask(query)).toMatch(/^Request failed: .+\r\n$/);
    expect(ask('action=get')).toBe('Apr 03, 2026 15:16:04\r\n');
  });
});
