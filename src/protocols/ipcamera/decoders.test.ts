import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { parseParameters } from '../parsing/parameters.ts';
import { decoders } from './decoders.ts';
import { endpoints } from './endpoints.ts';
import {
  documentedEvents,
  documentedMonitoring,
  documentedReplies,
} from './fixtures/documented-replies.ts';

const decode = (id: string, text: string) => decoders.get(id)?.(text, `ipcamera.${id}`);

describe('the decoders', () => {
  it('belong to rows of the table', () => {
    const ids = new Set(endpoints.map(({ id }) => id));
    expect([...decoders.keys()].filter((id) => !ids.has(id))).toEqual([]);
    expect(decoders.size).toBe(25);
  });
});

describe('each documented reply', () => {
  it('of param.cgi reads', () => {
    expect([...parseParameters(documentedReplies.parameters, 'x')]).toEqual([
      ['Network.IPAddress', '192.168.0.250'],
      ['Network.SubnetMask', '255.255.255.0'],
    ]);
  });

  it.each([
    [
      'accounts.privacy',
      documentedReplies.privacy,
      [{ name: 'Admin', rights: ['Dido', 'Camset', 'Talk', 'Listen'] }],
    ],
    ['accounts.passwords', documentedReplies.passwords, ['Admin']],
    ['snapshot-path.write', documentedReplies.snapshotPathSet, true],
    ['date.read', documentedReplies.date, Date.UTC(2003, 3, 3, 15, 16, 4)],
    ['date.set', documentedReplies.dateSet, true],
    ['time-zone.set', documentedReplies.dateSet, true],
    ['inputs.state', documentedReplies.input, new Map([[1, false]])],
    ['output.activate', documentedReplies.outputSet, true],
  ])('of %s reads', (id, text, value) => {
    expect(decode(id, text)).toEqual(value);
  });

  it.each([
    ...Object.values(documentedEvents).map((text) => ['events.read', text]),
    ...Object.values(documentedMonitoring).map((text) => ['events.monitor', text]),
  ])('of %s reads: %j', (id = '', text = '') => {
    expect(decode(id, text)).toBeTypeOf('object');
  });

  it.each([
    ['parameters.update', documentedReplies.parameterError, 'Invalid parameter value'],
    ['date.set', documentedReplies.dateRefused, undefined],
  ])('of %s that failed is a refusal', (id, text, detail) => {
    const refusal = { kind: 'rejected', reason: 'illegal-parameter', detail };
    expect(() => decode(id, text)).toThrow(expect.objectContaining(refusal));
  });
});

describe('replies that the document does not print', () => {
  it.each([
    ['parameters.add', 'G1 OK\n', 'G1'],
    ['parameters.add', 'OK\n', null],
    [
      'inputs.activity',
      'Input1=active\r\nInput2=inactive\r\n',
      new Map([
        [1, true],
        [2, false],
      ]),
    ],
    ['outputs.state', 'Output1=1\n', new Map([[1, true]])],
    [
      'ptz.position',
      'pan=-12.5\ntilt=3\nzoom=4000\nautofocus=on\n',
      { pan: -12.5, tilt: 3, zoom: 4000 },
    ],
    ['storage.list', '', []],
    [
      'storage.list',
      'A_20110101_010101.avi\t2011/01/01\t1024\nM_20110101_020202.avi\n\n',
      [
        { name: 'A_20110101_010101.avi', details: ['2011/01/01', '1024'] },
        { name: 'M_20110101_020202.avi', details: [] },
      ],
    ],
    [
      'accounts.privacy',
      'Username:Dido:Talk\nguard:0:1\nbroken:1\n',
      [{ name: 'guard', rights: ['Talk'] }],
    ],
  ])('of %s reads %j', (id, text, value) => {
    expect(decode(id, text)).toEqual(value);
  });

  it.each([...decoders.keys()])('of %s is a DeviceError where it is a page or a refusal', (id) => {
    expect(() => decode(id, '<html>Sign in</html>')).toThrow(
      expect.objectContaining({ kind: 'malformed-reply', reason: 'html-page' }),
    );
    expect(() => decode(id, '# Error: Permission denied\n')).toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  });

  it.each([...decoders.keys()].filter((id) => id !== 'storage.list'))(
    'of %s is a DeviceError where it is empty or of something else',
    (id) => {
      expect(() => decode(id, ' \n')).toThrow(DeviceError);
      expect(() => decode(id, '{"a":1}')).toThrow(
        expect.objectContaining({ kind: 'malformed-reply', reason: 'unexpected-reply' }),
      );
    },
  );
});

describe('a thousand damaged replies of each kind', () => {
  const bodies = [
    ...Object.values(documentedReplies),
    ...Object.values(documentedEvents),
    ...Object.values(documentedMonitoring),
  ];
  const damage = fc.tuple(
    fc.constantFrom(...bodies),
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.oneof(
      fc.string({ maxLength: 6, unit: 'binary' }),
      fc.constantFrom('\n', ':', ';', '=', '_'),
    ),
  );

  it.each([...decoders.keys()])('of %s end in a value or a DeviceError', (id) => {
    const property = fc.property(damage, ([body, where, count, piece]) => {
      const at = where % (body.length + 1);
      try {
        const value = decode(id, body.slice(0, at) + piece + body.slice(at + count));
        expect(value).not.toBeUndefined();
      } catch (failure) {
        expect(failure).toBeInstanceOf(DeviceError);
        expect(String(failure)).not.toContain('FIXTURE');
      }
    });
    fc.assert(property, { seed: 20_251_121, numRuns: 1000 });
  });

  it.each([...decoders.keys()])('of %s take no time, however long', (id) => {
    const startedMs = performance.now();
    for (const piece of [
      'Motion:',
      'Face:H264_Face=9 ',
      'a',
      '--\n',
      ' ',
      'Input1=0\n',
      'pan=',
      ':\t',
    ]) {
      try {
        decode(id, piece.repeat(Math.floor(2 ** 20 / piece.length)));
      } catch (failure) {
        expect(failure).toBeInstanceOf(DeviceError);
      }
    }
    expect(performance.now() - startedMs).toBeLessThan(3000);
  });
});
