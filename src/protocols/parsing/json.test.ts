import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { parseJson } from './json.ts';

const schema = z.object({ name: z.string(), ports: z.array(z.object({ n: z.number() })) });

function failureOf(text: string): DeviceError {
  try {
    parseJson(text, schema, 'x.info');
  } catch (failure) {
    if (failure instanceof DeviceError) return failure;
    throw failure;
  }
  throw new TypeError('parsed');
}

describe('parseJson', () => {
  it('reads a reply into the shape of the schema', () => {
    const text = '\uFEFF {"name":"a","ports":[{"n":1}],"extra":true}\r\n';
    expect(parseJson(text, schema, 'x.info')).toEqual({ name: 'a', ports: [{ n: 1 }] });
  });

  it.each([
    ['', 'empty-reply'],
    [' \r\n', 'empty-reply'],
    ['<!DOCTYPE html><html></html>', 'html-page'],
    ['<!-- x -->\n<HTML>', 'html-page'],
    ['{"name":"a"', 'not-json'],
    ['ok.', 'not-json'],
    ['{"name":1}', 'unexpected-reply'],
    ['null', 'unexpected-reply'],
  ])('says of %j that it is %s', (text, reason) => {
    const failure = failureOf(text);
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
    expect(failure.operation).toBe('x.info');
  });

  it('names the field that does not fit, but never its value', () => {
    const failure = failureOf('{"name":"a","ports":[{"n":"hunter2"}]}');
    expect(failure.detail).toBe('ports.0.n');
    expect(failure.message).not.toContain('hunter2');
  });

  it('does not quote a broken reply', () => {
    expect(failureOf('{"password":"hunter2",').message).not.toContain('hunter2');
  });

  it('survives a reply nested deeper than the stack', () => {
    const deep = z.lazy((): z.ZodType => z.array(deepElement));
    const deepElement: z.ZodType = z.lazy(() => deep);
    const text = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(() => parseJson(text, deep, 'x')).toThrow(DeviceError);
  });
});
