import { describe, expect, it } from 'vitest';
import { asAddress, interfaceAddresses, namesOfMachine, ownHostNames } from './machine-names.ts';

const mac = '02:00:00:00:00:01';
const v4 = { family: 'IPv4', mac, internal: false } as const;
const v6 = { family: 'IPv6', mac, internal: false, scopeid: 0 } as const;

describe('the names of a machine', () => {
  it.each<[string, readonly string[]]>([
    ['Wall-PC', ['localhost', 'wall-pc', 'wall-pc.local']],
    ['wall.lan.example', ['localhost', 'wall.lan.example', 'wall.local']],
    ['mac.local', ['localhost', 'mac.local']],
    ['localhost', ['localhost']],
    ['not a name', ['localhost']],
    ['10.0.0.1', ['localhost']],
  ])('called %j', (hostname, names) => {
    expect(ownHostNames(hostname)).toEqual(names);
  });

  it('are those of its interfaces, but for addresses that hold on one link only', () => {
    const found = interfaceAddresses({
      eth0: [
        { ...v4, address: '192.168.7.20', netmask: '255.255.255.0', cidr: '192.168.7.20/24' },
        { ...v6, address: 'fd00::2', netmask: 'ffff::', cidr: 'fd00::2/64' },
        { ...v6, address: 'fe80::1', netmask: 'ffff::', cidr: 'fe80::1/64', scopeid: 2 },
      ],
      tun0: [{ ...v4, address: '10.8.0.2', netmask: '255.255.255.255', cidr: null }],
    });
    expect(found).toEqual([
      { address: '192.168.7.20', prefix: 24 },
      { address: 'fd00::2', prefix: 64 },
      { address: '10.8.0.2', prefix: 32 },
    ]);
    const names = namesOfMachine(['wall.example', '192.168.7.20', '::5'], found);
    expect(names.dnsNames).toContain('wall.example');
    expect(names.addresses.map(({ address }) => address).sort()).toEqual([
      '10.8.0.2',
      '127.0.0.1',
      '192.168.7.20',
      '::1',
      '::5',
      'fd00::2',
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['192.168.1.5', '192.168.1.5'],
    ['[FD00:0:0::2]', 'fd00::2'],
    ['::1', '::1'],
  ])('reads %j', (text, address) => {
    expect(asAddress(text)).toBe(address);
  });

  it.each(['127.1', '2130706433', '0x7f.0.0.1', '127.0.0.01', 'fe80::1%2', 'wall', '[::1', ''])(
    'is not %j',
    (text) => {
      expect(asAddress(text)).toBeNull();
    },
  );
});
