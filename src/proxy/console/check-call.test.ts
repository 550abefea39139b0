import { describe, expect, it } from 'vitest';
import type { FieldSchema } from '../../api/console.ts';
import { catalogue } from '../../protocols/catalogue.ts';
import type { Endpoint } from '../../protocols/protocol.ts';
import { RequestFault } from '../request-fault.ts';
import { checkCall } from './check-call.ts';
import { describeEndpoint } from './describe-endpoint.ts';

type Query = Record<string, string | number | true>;

interface Case {
  readonly row: string;
  readonly endpoint: Endpoint;
  readonly name: string;
  readonly field: FieldSchema;
  /** Everything that the row needs, right. */
  readonly query: Query;
}

/** A value that a field takes, where one can be made up. */
function sample(field: FieldSchema): string | number | true | undefined {
  if (field.const !== undefined) return field.const as string | number | true;
  if (field.enum !== undefined) return field.enum[0] as string | number;
  if (field.type === 'integer' || field.type === 'number') return Math.max(field.minimum ?? 0, 0);
  if (field.type !== 'string' || field.pattern !== undefined) return undefined;
  return 'a'.repeat(field.minLength ?? 1);
}

function isTaken(endpoint: Endpoint, query: Query): boolean {
  return endpoint.query.safeParse(query).success;
}

const cases: readonly Case[] = catalogue.flatMap(({ id, endpoints }) =>
  endpoints
    .filter(({ body }) => body === undefined)
    .flatMap((endpoint) => {
      const { properties = {}, required = [] } = describeEndpoint(endpoint).query;
      const query: Query = {};
      for (const name of required) {
        const value = properties[name] && sample(properties[name]);
        if (value === undefined) return [];
        query[name] = value;
      }
      // A row whose parameters depend on one another needs more than one made-up value each.
      if (!isTaken(endpoint, query)) return [];
      const row = `${id}.${endpoint.id}`;
      return Object.entries(properties).map(([name, field]) => ({
        row,
        endpoint,
        name,
        field,
        query,
      }));
    }),
);

function faultOf({ endpoint, query, name }: Case, value: string | number): RequestFault | null {
  try {
    checkCall(endpoint, { query: { ...query, [name]: value } });
    return null;
  } catch (failure) {
    if (failure instanceof RequestFault) return failure;
    throw failure;
  }
}

describe('every documented range', () => {
  const ranges = cases.flatMap((one) =>
    (['minimum', 'maximum'] as const).flatMap((end) => {
      const limit = one.field[end];
      return limit === undefined || Math.abs(limit) === Number.MAX_SAFE_INTEGER
        ? []
        : [{ ...one, limit, beyond: end === 'minimum' ? limit - 1 : limit + 1 }];
    }),
  );

  it('is held, with the range in the refusal', () => {
    expect(ranges.length).toBeGreaterThan(150);
    for (const one of ranges) {
      const what = `${one.row} ${one.name}=${one.beyond}`;
      expect(faultOf(one, one.limit), what).toBeNull();
      const fault = faultOf(one, one.beyond);
      expect(fault?.detail, what).toBe(one.name);
      const { minimum, maximum } = one.field;
      expect(fault?.more.rule, what).toMatchObject({ minimum, maximum });
    }
  });
});

describe('every free text', () => {
  const texts = cases.filter(
    ({ field }) => field.type === 'string' && !field.pattern && !field.enum && !field.const,
  );

  it('takes no character that a shell would act on', () => {
    expect(texts.length).toBeGreaterThan(80);
    for (const one of texts) {
      expect(faultOf(one, 'a'.repeat(one.field.minLength ?? 1)), one.row).toBeNull();
      for (const character of [';', '&', '|', '$', '`', '<', '>', '\n', '\r', '\0']) {
        const fault = faultOf(one, `a${character}b`);
        expect(fault?.detail, `${one.row} ${one.name}`).toBe(one.name);
      }
    }
  });

  it('is never longer than documented', () => {
    for (const one of texts) {
      const fault = faultOf(one, 'a'.repeat((one.field.maxLength ?? 8192) + 1));
      expect(fault?.detail, `${one.row} ${one.name}`).toBe(one.name);
    }
  });
});

describe('every pattern', () => {
  /** The patterns of values and of names, at any depth. */
  function patternsIn(schema: unknown): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    return Object.entries(schema).flatMap(([key, value]) => {
      if (key === 'pattern' && typeof value === 'string') return [value];
      const names = key === 'patternProperties' ? Object.keys(value) : [];
      return [...names, ...patternsIn(value)];
    });
  }

  it('can be read as JSON Schema means it, as Unicode', () => {
    const patterns = catalogue.flatMap(({ endpoints }) =>
      endpoints.flatMap((endpoint) => patternsIn(describeEndpoint(endpoint))),
    );
    expect(patterns.length).toBeGreaterThan(100);
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
  });
});
