import '../../messages/use-console.ts';

import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { EndpointView, FieldSchema } from '../../api/console.ts';
import { formOf } from './form-fields.ts';
import { emptyValues, type FormValues, readForm } from './form-values.ts';

beforeAll(() => vi.stubGlobal('document', { documentElement: { lang: 'en' } }));

function endpoint(
  properties: Record<string, FieldSchema>,
  more: Partial<EndpointView> = {},
  required = Object.keys(properties),
): EndpointView {
  return {
    id: 'a.b',
    method: 'GET',
    path: '/a',
    summary: 'A',
    section: 'A',
    role: 'viewer',
    danger: 'safe',
    reply: 'text',
    secretReply: false,
    body: 'none',
    ...more,
    query: { type: 'object', properties, required, ...more.query },
  };
}

function read(row: EndpointView, values: Partial<FormValues>) {
  return readForm(row, formOf(row), { ...emptyValues(row), ...values });
}

const percent: FieldSchema = { type: 'integer', minimum: 0, maximum: 255 };
const unsafe = Number.MAX_SAFE_INTEGER;

describe('a form', () => {
  it('sends numbers as numbers, fixed values by themselves, and nothing that is empty', () => {
    const row = endpoint(
      {
        param: { type: 'number', const: 1 },
        list: { type: 'boolean', const: true },
        value: percent,
        rate: percent,
        name: { type: 'string' },
      },
      {},
      ['param', 'list', 'value'],
    );
    expect(read(row, { texts: { 'query.value': '7', 'query.name': '' } })).toEqual({
      call: { query: { param: 1, list: true, value: 7 } },
    });
  });

  it('sends a bare name where an empty text stands for it', () => {
    const health: FieldSchema = {
      anyOf: [
        { type: 'boolean', const: true },
        { type: 'string', pattern: '^[a-z]+$' },
      ],
    };
    const row = endpoint({ health });
    expect(read(row, {})).toEqual({ call: { query: { health: true } } });
    expect(read(row, { texts: { 'query.health': 'cpu' } })).toEqual({
      call: { query: { health: 'cpu' } },
    });
    expect(read(row, { texts: { 'query.health': 'CPU' } })).toHaveProperty('errors');
  });

  it('reads a pattern as Unicode, so that a class of characters is no list of letters', () => {
    const file: FieldSchema = { type: 'string', pattern: '^[^/\\p{Cc}]{1,9}$' };
    const row = endpoint({ file });
    expect(read(row, { texts: { 'query.file': 'C p é.m4v' } })).toEqual({
      call: { query: { file: 'C p é.m4v' } },
    });
    expect(read(row, { texts: { 'query.file': 'C\u0007' } })).toHaveProperty('errors');
  });

  it.each<[string, FieldSchema, string, string]>([
    ['too much', percent, '256', 'Value takes 0 to 255.'],
    ['too little', percent, '-1', 'Value takes 0 to 255.'],
    ['no number', percent, 'ten', 'Value takes 0 to 255.'],
    ['a fraction', { type: 'integer', minimum: -unsafe }, '1.5', 'Value takes a whole number.'],
    ['one limit', { type: 'integer', minimum: 1, maximum: unsafe }, '0', 'Value takes 1 or more.'],
    ['no choice', { enum: [8, 32] }, '9', 'Value takes 8 or 32.'],
    ['too long', { type: 'string', maxLength: 2 }, 'abc', 'Value takes at most 2 characters.'],
    [
      'another form',
      { type: 'string', pattern: '^\\d+$' },
      'x',
      'Value takes text like 1, in the form ^\\d+$.',
    ],
    [
      'a command',
      { type: 'string', maxLength: 20 },
      'a;reboot',
      'Value takes none of ; & | $ ` < >: a device could run what follows them as a command.',
    ],
    [
      'none of several',
      { anyOf: [{ const: 'all' }, { type: 'string', pattern: '^\\d$' }] },
      'x',
      'Value takes all or text like 1.',
    ],
  ])('says what a field takes in place of %s', (_, schema, text, words) => {
    const result = read(endpoint({ value: schema }), { texts: { 'query.value': text } });
    expect(result).toEqual({ errors: { 'query.value': words } });
  });

  it('names what is missing, all of it at once', () => {
    const result = read(endpoint({ a: percent, b: { enum: [0, 1] } }), {});
    expect(result).toEqual({
      errors: {
        'query.a': 'This is needed. A takes 0 to 255.',
        'query.b': 'This is needed. B takes 0 or 1.',
      },
    });
  });

  it('takes parameters by names that only the device knows', () => {
    const patternProperties = { '^Group\\.\\w+$': { title: 'Group.Name', ...percent } };
    const row = endpoint({}, { query: { type: 'object', patternProperties } });
    const named = [
      { id: 1, name: 'Group.A', value: '3' },
      { id: 2, name: '', value: '' },
    ];
    expect(read(row, { named })).toEqual({ call: { query: { 'Group.A': 3 } } });
    const wrong = [
      { id: 1, name: 'Other.A', value: '3' },
      { id: 2, name: 'Group.B', value: '300' },
    ];
    expect(read(row, { named: wrong })).toEqual({
      errors: {
        'named.1': 'The name has to look like this: Group.Name',
        'named.2': 'Group.B takes 0 to 255.',
      },
    });
  });

  it('begins a JSON body with what it must have, and says when it is broken', () => {
    const bodySchema: FieldSchema = {
      type: 'array',
      items: {
        type: 'object',
        properties: { source: { type: 'string' }, tcp: { type: 'boolean' } },
        required: ['source'],
      },
    };
    const row = endpoint({}, { body: 'json', bodySchema });
    expect(JSON.parse(emptyValues(row).json)).toEqual([{ source: '' }]);
    expect(read(row, { json: '[1' })).toMatchObject({ errors: { body: /not JSON/ } });
    expect(read(row, { json: '[1]' })).toEqual({ call: { query: {}, body: [1] } });
  });

  it('sends the fields of a form as its body, and a file as Base64', () => {
    const bodySchema: FieldSchema = { type: 'object', properties: { on: percent } };
    const form = endpoint({}, { body: 'form', bodySchema });
    expect(read(form, { texts: { 'body.on': '1' } })).toEqual({
      call: { query: {}, body: { on: 1 } },
    });
    const upload = endpoint({}, { body: 'upload' });
    expect(read(upload, {})).toEqual({ errors: { file: 'Choose a file.' } });
    expect(read(upload, { file: { name: 'a.jpg', base64: 'QQ==' } })).toEqual({
      call: { query: {}, file: 'QQ==' },
    });
  });
});
