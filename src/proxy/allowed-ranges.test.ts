import { describe, expect, it } from 'vitest';
import { AddressPolicy } from './link/address-policy.ts';
import { readOptions } from './proxy-options.ts';
import { StartFailure } from './start-failure.ts';

const allows = (
  address: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) => {
  const { allowLoopback, allowedRanges: ranges } = readOptions(args, environment);
  return new AddressPolicy({ allowLoopback, ranges }).allows(address, 80);
};
const WATCHFLOOR_ALLOW_ADDRESSES = '203.0.113.0/24, 198.51.100.7';

describe('trust: the addresses that an option opens', () => {
  it('are none by default, beside the private ones', () => {
    expect(allows('10.1.2.3', [])).toBe(true);
    expect(['203.0.113.7', '8.8.8.8', '127.0.0.1'].filter((one) => allows(one, []))).toEqual([]);
  });

  it('are those of every flag, else those of the environment', () => {
    const flags = ['--allow-address', '203.0.113.0/24', '--allow-address', '2001:db8::/32'];
    expect(allows('203.0.113.7', flags)).toBe(true);
    expect(allows('2001:db8::1', flags)).toBe(true);
    expect(allows('203.0.114.7', flags)).toBe(false);
    expect(allows('198.51.100.7', [], { WATCHFLOOR_ALLOW_ADDRESSES })).toBe(true);
    expect(allows('198.51.100.8', [], { WATCHFLOOR_ALLOW_ADDRESSES })).toBe(false);
    expect(allows('198.51.100.7', flags, { WATCHFLOOR_ALLOW_ADDRESSES })).toBe(false);
  });

  it.each(['cameras', '10.0.0.0/40', '0x0a.0.0.0/8'])('are not written as %s', (range) => {
    const start = () => readOptions(['--allow-address', range], {});
    expect(start).toThrow(StartFailure);
    expect(start).toThrow(range);
  });
});
