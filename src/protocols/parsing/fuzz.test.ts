import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { sniffContent } from './content-sniff.ts';
import { looksLikeHtml } from './html.ts';
import { parseJson } from './json.ts';
import { readMultipartText } from './multipart-text.ts';
import {
  edits,
  fuzzing,
  jsonBody,
  jsonSchema,
  multipartBody,
  multipartType,
  mutated,
  parametersBody,
  refusedBody,
  secret,
  variablesBody,
  xmlBody,
} from './mutated-bodies.ts';
import { parseParameters } from './parameters.ts';
import { parseVariables } from './variables.ts';
import { parseXml } from './xml.ts';

/**
 * Runs a reader over mutations: a value or a DeviceError that quotes nothing. Counts both, and says
 * how long the slowest hundredth kept the event loop.
 */
function outcomes(body: string, read: (text: string) => unknown) {
  const count = { values: 0, failures: 0, slowMs: 0 };
  const takenMs: number[] = [];
  const property = fc.property(edits, (changes) => {
    const text = mutated(body, changes);
    const startedMs = performance.now();
    try {
      read(text);
      count.values += 1;
    } catch (failure) {
      expect(failure).toBeInstanceOf(DeviceError);
      expect(String(failure)).not.toContain(secret);
      count.failures += 1;
    } finally {
      takenMs.push(performance.now() - startedMs);
    }
  });
  fc.assert(property, fuzzing);
  takenMs.sort((one, other) => one - other);
  count.slowMs = takenMs[Math.floor(takenMs.length * 0.99)] ?? Number.NaN;
  expect(count.slowMs).toBeLessThan(50);
  return count;
}

describe('ten thousand mutated replies', () => {
  it('end in variables or a DeviceError', () => {
    const count = outcomes(variablesBody, (text) => {
      const variables = parseVariables(text, 'x');
      expect(variables.size).toBeGreaterThan(0);
      for (const value of variables.values()) {
        expect(typeof value === 'string' || Array.isArray(value)).toBe(true);
      }
    });
    expect(count.values + count.failures).toBe(10_000);
    expect(count.values).toBeGreaterThan(1000);
    expect(count.failures).toBeGreaterThan(100);
  }, 10_000);

  it('end in parameters or a DeviceError', () => {
    const read = (text: string) => {
      const parameters = parseParameters(text, 'x');
      expect(parameters.size).toBeGreaterThan(0);
      for (const [name, value] of parameters) expect(`${name}=${value}`).not.toMatch(/[\n]/);
    };
    expect(outcomes(parametersBody, read).values).toBeGreaterThan(1000);
    expect(outcomes(refusedBody, read).failures).toBeGreaterThan(1000);
  }, 20_000);

  it('end in JSON of the right shape or a DeviceError', () => {
    const count = outcomes(jsonBody, (text) => {
      expect(jsonSchema.safeParse(parseJson(text, jsonSchema, 'x')).success).toBe(true);
    });
    expect(count.values + count.failures).toBe(10_000);
    expect(count.values).toBeGreaterThan(100);
    expect(count.failures).toBeGreaterThan(1000);
  }, 10_000);

  it('end in an XML document or a DeviceError', () => {
    const count = outcomes(xmlBody, (text) => {
      const root = parseXml(text, 'x');
      expect(root.name).toBeTypeOf('string');
      expect(root.children.every(({ name }) => name !== '')).toBe(true);
    });
    expect(count.values + count.failures).toBe(10_000);
    expect(count.values).toBeGreaterThan(200);
    expect(count.failures).toBeGreaterThan(1000);
  }, 10_000);

  it('end in the parts of a multipart text or a DeviceError', () => {
    const count = outcomes(multipartBody, (text) => {
      const parts = readMultipartText(text, multipartType, 'x');
      expect(parts.every((part) => text.length >= part.length)).toBe(true);
      expect(readMultipartText(text, '', 'x')).toBeInstanceOf(Array);
    });
    expect(count.values + count.failures).toBe(10_000);
    expect(count.values).toBeGreaterThan(1000);
    expect(count.failures).toBeGreaterThan(10);
  }, 10_000);

  it('leave Object.prototype as it was', () => {
    const before = Reflect.ownKeys(Object.prototype).length;
    outcomes("__proto__['x']='1';__proto__[0]='1';constructor='1';", (text) =>
      parseVariables(text, 'x'),
    );
    expect(Reflect.ownKeys(Object.prototype)).toHaveLength(before);
  }, 10_000);
});

describe('ten thousand random bodies', () => {
  it('are always of some kind', () => {
    const types = fc.constantFrom('', 'image/jpeg', 'multipart/x-mixed-replace; boundary=b', ';;');
    const property = fc.property(types, fc.uint8Array({ maxLength: 512 }), (line, head) => {
      expect(sniffContent({ contentTypeLine: line, head })).toBeTypeOf('string');
    });
    fc.assert(property, fuzzing);
  }, 10_000);

  it('are looked at in no time, however a page might begin', () => {
    const startedMs = performance.now();
    for (const opening of ['<!--', '<?xml ', '<!-- -->', ' ', '<', '--a\r\n', 'a: b\r\n']) {
      looksLikeHtml(opening.repeat(200_000));
      const head = Uint8Array.from(opening.repeat(500), (letter) => letter.charCodeAt(0));
      sniffContent({ contentTypeLine: '', head });
    }
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });
});
