import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../proxy-options.ts';
import { ownHostNames } from '../tls/machine-names.ts';
import { ownHosts } from './own-hosts.ts';
import { isAllowedName, isOwnOrigin } from './same-site.ts';

let nowMs = 0;
let addresses = ['192.168.7.20', 'fd00::2'];
let lookUps = 0;

function hosts(args: readonly string[], scheme: 'http' | 'https' = 'https') {
  nowMs = 0;
  lookUps = 0;
  addresses = ['192.168.7.20', 'fd00::2'];
  return ownHosts(
    readOptions(args, {}),
    scheme,
    () => nowMs,
    () => {
      lookUps += 1;
      return addresses.map((address) => ({ address }));
    },
  );
}

const everywhere = ['--host', '0.0.0.0'];

describe('the names of a listener', () => {
  it('are those of this machine on a network, and no others', () => {
    const rule = hosts([...everywhere, '--host-name', 'wall.example', '--host-name', 'fd00::9']);
    const own = ['localhost:7000', '127.0.0.1', '[::1]', '192.168.7.20:7000', '[fd00::2]:1'];
    for (const name of [...own, '[fd00:0:0::2]', 'WALL.example', '[fd00::9]', ...ownHostNames()]) {
      expect(isAllowedName(name, rule), name).toBe(true);
    }
    for (const name of ['192.168.7.21', '[fd00::3]', '[fe80::1]', 'sub.wall.example', '0.0.0.0']) {
      expect(isAllowedName(name, rule), name).toBe(false);
    }
  });

  it('on this machine alone are its loopback names', () => {
    const rule = hosts([]);
    expect(isAllowedName('localhost:7000', rule)).toBe(true);
    expect(isAllowedName('192.168.7.20', rule)).toBe(false);
    expect(lookUps).toBe(0);
  });

  it('hold for no wildcard, which is for certificates', () => {
    const rule = hosts([...everywhere, '--host-name', '*.cams.example']);
    expect(isAllowedName('a.cams.example', rule)).toBe(false);
  });

  it('follow a change of the address within ten seconds, without asking at each request', () => {
    const rule = hosts(everywhere);
    for (let request = 0; request < 100; request += 1) isAllowedName('192.168.7.20', rule);
    isAllowedName('evil.example', rule);
    isAllowedName('localhost', rule);
    expect(lookUps).toBe(1);
    addresses = ['192.168.7.99'];
    nowMs = 9999;
    expect(isAllowedName('192.168.7.99', rule)).toBe(false);
    nowMs = 10_000;
    expect(isAllowedName('192.168.7.99', rule)).toBe(true);
    expect(isAllowedName('192.168.7.20', rule)).toBe(false);
    expect(lookUps).toBe(2);
  });
});

describe('our own origin', () => {
  const isOwn = (rule: ReturnType<typeof hosts>, host: string, ...origins: string[]) => {
    const request = new IncomingMessage(new Socket());
    request.rawHeaders = ['Host', host, ...origins.flatMap((origin) => ['Origin', origin])];
    return isOwnOrigin(request, host, rule);
  };

  it('has the scheme by which we listen', () => {
    const secure = hosts(everywhere);
    expect(isOwn(secure, '192.168.7.20:7000', 'https://192.168.7.20:7000')).toBe(true);
    expect(isOwn(secure, '[fd00::2]:7000', 'https://[fd00::2]:7000')).toBe(true);
    expect(isOwn(secure, '192.168.7.20:7000', 'http://192.168.7.20:7000')).toBe(false);
    const plain = hosts([], 'http');
    expect(isOwn(plain, 'localhost:7000', 'http://localhost:7000')).toBe(true);
    expect(isOwn(plain, 'localhost:7000', 'https://localhost:7000')).toBe(false);
  });

  it('stands in the request once', () => {
    const rule = hosts(everywhere);
    expect(isOwn(rule, 'localhost')).toBe(false);
    expect(isOwn(rule, 'localhost', 'https://localhost', 'https://localhost')).toBe(false);
    expect(isOwn(rule, 'localhost', 'null')).toBe(false);
  });

  it('behind a reverse proxy is exactly the public one, by whatever name we are asked', () => {
    const rule = hosts(['--public-origin', 'https://wall.example:8443'], 'http');
    expect(isAllowedName('wall.example:8443', rule)).toBe(true);
    expect(isOwn(rule, 'wall.example:8443', 'https://wall.example:8443')).toBe(true);
    expect(isOwn(rule, '127.0.0.1:7000', 'https://wall.example:8443')).toBe(true);
    for (const origin of [
      'http://wall.example:8443',
      'https://wall.example',
      'https://wall.example:8444',
      'https://x.wall.example:8443',
      'https://wall.example:8443.evil.example',
    ]) {
      expect(isOwn(rule, 'wall.example:8443', origin), origin).toBe(false);
    }
  });
});
