import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import type { ReplyKind } from '../protocol.ts';
import { decodeReply } from './decode-reply.ts';

function decode(kind: ReplyKind, body: string | Uint8Array, contentTypeLine = '') {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const text = new TextDecoder().decode(bytes);
  return decodeReply({ kind, bytes, text, contentTypeLine }, 'test.reply');
}

function failureOf(kind: ReplyKind, body: string | Uint8Array): string {
  try {
    return JSON.stringify(decode(kind, body));
  } catch (failure) {
    if (failure instanceof DeviceError) return `${failure.kind} ${failure.reason}`;
    throw failure;
  }
}

const picture = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9];
const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

describe('a decoded reply', () => {
  it('is a tree of JSON', () => {
    expect(decode('json', '{"a":[1,"x",null],"b":{},"c":{"d":true}}')).toEqual({
      form: 'tree',
      omitted: 0,
      nodes: [
        {
          name: 'a',
          children: [
            { name: '0', text: '1' },
            { name: '1', text: 'x' },
            { name: '2', text: 'null' },
          ],
        },
        { name: 'b', text: '{}' },
        { name: 'c', children: [{ name: 'd', text: 'true' }] },
      ],
    });
    expect(decode('json', '7')).toMatchObject({ nodes: [{ name: '', text: '7' }] });
  });

  it('is a tree of XML, attributes among its branches', () => {
    expect(decode('xml', '<a x="1"><b>two</b><b/></a>')).toEqual({
      form: 'tree',
      omitted: 0,
      nodes: [
        {
          name: 'a',
          children: [
            { name: '@x', text: '1' },
            { name: 'b', text: 'two' },
            { name: 'b', text: '' },
          ],
        },
      ],
    });
  });

  it('is a table of variables or parameters', () => {
    expect(decode('variables', "var a='1';var b=new Array();b[0]='x';b[1]='y';")).toEqual({
      form: 'table',
      omitted: 0,
      rows: [
        { name: 'a', values: ['1'] },
        { name: 'b', values: ['x', 'y'] },
      ],
    });
    expect(decode('parameters', 'root.Image.Brightness=50\n')).toMatchObject({
      rows: [{ name: 'Image.Brightness', values: ['50'] }],
    });
  });

  it('is bounded, and says how much is left out', () => {
    const many = Array.from({ length: 6000 }, (_, at) => at);
    const tree = decode('json', JSON.stringify(many));
    expect(tree).toMatchObject({ form: 'tree', omitted: 1000 });
    const lines = many.map((at) => `root.Group.N${at}=1`).join('\n');
    expect(decode('parameters', lines)).toMatchObject({ form: 'table', omitted: 4000 });
    const deep = '['.repeat(200) + ']'.repeat(200);
    expect(decode('json', deep)).toMatchObject({ form: 'tree' });
  });

  it('is a picture, also the first whole one of a stream', () => {
    expect(decode('jpeg', Uint8Array.from(picture))).toEqual({ form: 'picture', start: 0, end: 9 });
    const head = ascii('--b\r\nContent-Type: image/jpeg\r\n\r\n');
    const stream = Uint8Array.from([...head, ...picture, ...ascii('\r\n--b\r\n'), 0xff, 0xd8]);
    const type = 'multipart/x-mixed-replace;boundary=b';
    expect(decode('stream', stream, type)).toEqual({
      form: 'picture',
      start: head.length,
      end: head.length + picture.length,
    });
    const cut = stream.subarray(0, head.length + 5);
    expect(decode('stream', cut, type)).toEqual({ form: 'bytes', what: 'multipart' });
  });

  it.each<[string, string | Uint8Array, object]>([
    ['a playlist', '#EXTM3U\n#EXTINF:2,\n1.ts\n', { form: 'text' }],
    ['a message', '{"topic":"LPR"}', { form: 'text' }],
    ['FLV', Uint8Array.from([0x46, 0x4c, 0x56, 1, 5]), { form: 'bytes', what: 'flv' }],
    ['something else', Uint8Array.from([0, 1, 2]), { form: 'bytes', what: 'other' }],
    ['silence', '', { form: 'bytes', what: 'silence' }],
  ])('is what the first bytes of a stream are: %s', (_, body, expected) => {
    expect(decode('stream', body)).toEqual(expected);
  });

  it('leaves a page a text', () => {
    expect(decode('html', '<html><script>alert(1)</script></html>')).toEqual({ form: 'text' });
  });
});

const kinds = ['json', 'xml', 'variables', 'parameters', 'text', 'jpeg'] as const;

describe('a reply that is not what its row promises', () => {
  it.each(kinds)('%s: a page', (kind) => {
    expect(failureOf(kind, '<!doctype html><html><body>Sign in</body></html>')).toBe(
      'malformed-reply html-page',
    );
  });

  it.each(kinds)('%s: nothing at all', (kind) => {
    expect(failureOf(kind, '')).toBe('malformed-reply empty-reply');
  });

  it.each<[ReplyKind, string, string]>([
    ['json', '{"a":', 'malformed-reply not-json'],
    ['xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'malformed-reply unexpected-reply'],
    ['variables', "var a='", 'malformed-reply unexpected-reply'],
    ['parameters', '# Error: invalid parameter', 'rejected illegal-parameter'],
    ['text', '# Error: invalid parameter', 'rejected illegal-parameter'],
    ['text', 'error: illegal params.', 'rejected illegal-parameter'],
    ['jpeg', 'no picture', 'malformed-reply not-a-picture'],
  ])('%s: %s', (kind, body, failure) => {
    expect(failureOf(kind, body)).toBe(failure);
  });
});
