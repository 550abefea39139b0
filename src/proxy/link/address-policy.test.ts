import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { AddressPolicy, type AddressRules, parseOrigin, parseRange } from './address-policy.ts';
import { connect, endpoint } from './test-server.ts';

const denied = [
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '127.8.8.8',
  '169.254.169.254',
  '224.0.0.1',
  '255.255.255.255',
  '240.0.0.1',
  '::',
  '::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:169.254.169.254',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  'fd00:ec2::254',
  '100.100.100.200',
  'camera.lan',
  '',
];
const allowed = [
  '10.0.0.5',
  '192.168.1.20',
  '172.16.3.4',
  '100.64.1.1',
  'fd00::5',
  '::ffff:10.0.0.5',
];

const opened = new AddressPolicy({
  allowLoopback: false,
  ranges: [
    '203.0.113.0/24',
    '8.8.8.8',
    '169.254.0.0/16',
    '::/0',
    '2001:db8::/32',
    '100.0.0.0/7',
  ].map(rangeOf),
});

function rangeOf(text: string) {
  const range = parseRange(text);
  if (range === null) throw new DeviceError('rejected', 'illegal-parameter');
  return range;
}

const closed = new AddressPolicy({ allowLoopback: false });
const withLoopback = new AddressPolicy({ allowLoopback: true });

describe('an address', () => {
  it.each(denied)('%s is refused', (address) => {
    expect(closed.allows(address, 80)).toBe(false);
  });

  it.each(allowed)('%s is allowed', (address) => {
    expect(closed.allows(address, 80)).toBe(true);
  });

  it('of this machine is allowed only where that was asked for', () => {
    expect(withLoopback.allows('127.0.0.1', 80)).toBe(true);
    expect(withLoopback.allows('::1', 80)).toBe(true);
    expect(withLoopback.allows('169.254.169.254', 80)).toBe(false);
  });
});

describe('a range that was allowed beyond the private ones', () => {
  it.each([
    '203.0.113.7',
    '8.8.8.8',
    '169.254.3.4',
    '2606:4700::1',
    '2001:db8::1',
    '::ffff:8.8.8.8',
  ])('lets %s in', (address) => {
    expect(closed.allows(address, 80)).toBe(false);
    expect(opened.allows(address, 80)).toBe(true);
  });

  it.each([
    '8.8.4.4',
    '169.254.169.254',
    '100.100.100.200',
    '::1',
    '::',
    '::7f00:1',
    '::ffff:127.0.0.1',
    '64:ff9b::808:808',
    '64:ff9b:1::808:808',
    'ff02::1',
    'fd00:ec2::254',
    'fd00:ec2::254%eth0',
  ])('never lets %s in', (address) => {
    expect(opened.allows(address, 80)).toBe(false);
  });

  it.each(['10.0.0.0/33', '10.0.0/8', 'cameras', '0x0a000000/8', '', '010.0.0.0/8'])(
    'is not written as "%s"',
    (text) => {
      expect(parseRange(text)).toBeNull();
    },
  );
});

describe('an origin', () => {
  it.each([
    'ftp://10.0.0.5',
    'file:///etc/passwd',
    'http://admin:pw@10.0.0.5',
    'http://',
    'nonsense',
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://0177.0.0.1',
    'http://[::ffff:7f00:1]',
    'http://[::1]:80',
    'http://169.254.169.254/latest',
  ])('%s is refused', (origin) => {
    expect(() => parseOrigin(origin, closed)).toThrow(DeviceError);
  });

  it('keeps host and port', () => {
    expect(parseOrigin('http://10.0.0.5:8080', closed).origin).toBe('http://10.0.0.5:8080');
  });
});

describe('a lookup', () => {
  const resolving = (...addresses: string[]) =>
    ((_name: string, _options: unknown, done: (...values: unknown[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as unknown as NonNullable<AddressRules['resolver']>;
  const lookupIn = (...addresses: string[]) =>
    new AddressPolicy({ allowLoopback: false, resolver: resolving(...addresses) }).lookup(80);

  it('gives only the addresses that were checked', () => {
    const seen: unknown[] = [];
    const lookup = lookupIn('127.0.0.1', '10.0.0.7', '169.254.169.254');
    lookup('camera', { all: true }, (...values) => seen.push(values));
    lookup('camera', {}, (...values) => seen.push(values));
    expect(seen).toEqual([
      [null, [{ address: '10.0.0.7', family: 4 }]],
      [null, '10.0.0.7', 4],
    ]);
  });

  it('fails where none is left', () => {
    let error: unknown;
    lookupIn('127.0.0.1')('camera', {}, (reason) => {
      error = reason;
    });
    expect(error).toMatchObject({ reason: 'address-not-allowed' });
  });

  it('stands between a name and the dial', async () => {
    const link = connect('http://localhost:9', { allowLoopback: false });
    const error = await link.call({ endpoint }).catch((reason: unknown) => reason);
    await link.close();
    expect(error).toMatchObject({ kind: 'unreachable', reason: 'address-not-allowed' });
  });
});
