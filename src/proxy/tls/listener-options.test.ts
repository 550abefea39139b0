import { describe, expect, it } from 'vitest';
import { readOptions } from '../proxy-options.ts';
import { StartFailure } from '../start-failure.ts';
import { usesTls } from './open-tls.ts';

type Environment = Readonly<Record<string, string>>;

const read = (args: readonly string[], environment: Environment = {}) =>
  readOptions(args, environment);
const given = ['--tls-cert', 'a.crt', '--tls-key', 'a.key'];

describe('whether TLS is used', () => {
  it.each<[string, readonly string[], Environment, boolean]>([
    ['this machine alone', [], {}, false],
    ['this machine alone, by name', ['--host', 'localhost'], {}, false],
    ['this machine alone, version 6', ['--host', '[::1]'], {}, false],
    ['every interface', ['--host', '0.0.0.0'], {}, true],
    ['every interface, version 6', ['--host', '::'], {}, true],
    ['one address', [], { HOST: '192.168.1.5' }, true],
    ['this machine with --tls', ['--tls'], {}, true],
    ['this machine with WATCHFLOOR_TLS', [], { WATCHFLOOR_TLS: '1' }, true],
    ['this machine with a certificate', given, {}, true],
    ['every interface with --plain-http', ['--host', '0.0.0.0', '--plain-http'], {}, false],
    [
      'every interface with WATCHFLOOR_PLAIN_HTTP',
      ['--host', '0.0.0.0'],
      { WATCHFLOOR_PLAIN_HTTP: '1' },
      false,
    ],
  ])('on %s', (_, args, environment, expected) => {
    expect(usesTls(read(args, environment))).toBe(expected);
  });

  it('is not guessed where two wishes contradict each other, or half of one is missing', () => {
    expect(() => read(['--tls', '--plain-http'])).toThrow(/either TLS or --plain-http/);
    expect(() => read([...given, '--plain-http'])).toThrow(StartFailure);
    expect(() => read(['--tls-cert', 'a.crt'])).toThrow(/^--tls-key is missing/);
    expect(() => read([], { WATCHFLOOR_TLS_KEY: 'a.key' })).toThrow(/^--tls-cert is missing/);
  });

  it('takes a certificate from the command line before the environment', () => {
    const environment = { WATCHFLOOR_TLS_CERT: 'b.crt', WATCHFLOOR_TLS_KEY: 'b.key' };
    const files = { kind: 'given', certificateFile: 'b.crt', keyFile: 'b.key' };
    expect(read([], environment).tls).toEqual(files);
    expect(read(['--tls-cert', 'a.crt'], environment).tls).toEqual({
      ...files,
      certificateFile: 'a.crt',
    });
  });
});

describe('host names', () => {
  it('may be given again and again, or as a list in the environment', () => {
    expect(read(['--host-name', 'Wall.example', '--host-name', '[FD00::5]']).hostNames).toEqual([
      'wall.example',
      'fd00::5',
    ]);
    const environment = { WATCHFLOOR_HOST_NAMES: 'wall.example, 10.0.0.7' };
    expect(read([], environment).hostNames).toEqual(['wall.example', '10.0.0.7']);
    expect(read(['--host-name', '*.cams.example'], environment).hostNames).toEqual([
      '*.cams.example',
    ]);
  });

  it.each(['https://wall.example', 'wall.example:7000', 'wall example', 'wall-', '', 'a..b', '*'])(
    'are refused with a sentence where they are none: %j',
    (name) => {
      expect(() => read(['--host-name', name])).toThrow(/--host-name takes a host name/);
    },
  );
});

describe('public origins', () => {
  it('are kept as a browser writes them', () => {
    const origins = ['https://wall.example:8443/', 'https://wall.example:443'];
    const args = origins.flatMap((origin) => ['--public-origin', origin]);
    expect(() => read(args)).toThrow(/--public-origin takes/);
    expect(read(args.slice(0, 2)).publicOrigins).toEqual(['https://wall.example:8443']);
    const environment = { WATCHFLOOR_PUBLIC_ORIGINS: 'https://a.example http://b.example:81' };
    expect(read([], environment).publicOrigins).toEqual([
      'https://a.example',
      'http://b.example:81',
    ]);
  });

  it.each(['wall.example', 'https://wall.example/app', 'ftp://wall.example', 'https://u@wall', ''])(
    'are refused with a sentence where they are none: %j',
    (origin) => {
      expect(() => read(['--public-origin', origin])).toThrow(/--public-origin takes/);
    },
  );
});
