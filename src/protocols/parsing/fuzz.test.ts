import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DeviceError } from '../../domain/device-error.ts';
import { sniffContent } from './content-sniff.ts';
import { looksLikeHtml } from './html.ts';
import { parseJson } from './json.ts';
import { readMultipartText } from './multipart-text.ts';
import { parseParameters } from './parameters.ts';
import { parseVariables } from './variables.ts';
import { parseXml } from './xml.ts';

const fuzzing = { seed: 20_251_121, numRuns: 10_000 };
const secret = 'HIDDEN-SECRET';

const variablesBody = `var id='00626E0000A1';\nvar alias='Bob's gate';\r\nvar now=1763700000;var tz=-28800;
var ap_ssid=new Array();\nap_ssid[0]='a';\nap_ssid[1]="b";\nvar user1_pwd='${secret}';\nresult="ok";\n`;
const parametersBody = `root.Brand.Brand=Acme\nroot.Network.RTSP.Port=554\r\nEvent.E1.Url=/a?b=c\n\n# list
root.Network.PPPoE.Password=${secret}\nroot.ImageSource.I0.Sensor.Brightness=50\nroot.__proto__=x\n`;
const refusedBody = `# Error: illegal value ${secret}\nroot\n`;
const jsonBody = JSON.stringify({
  apiVersion: 'TS-API@0.9.20',
  list: [{ chid: 1, title: secret, size: [1920, 1080] }, { chid: 2 }],
});
const schema = z.object({
  apiVersion: z.string(),
  list: z.array(z.object({ chid: z.number(), title: z.string().optional() })),
});

const xmlBody = `<?xml version="1.0" encoding="utf-8"?><feed xmlns:x="http://example.com/">
<entry id="1"><title>${'The gate of the yard '.repeat(40)}&amp; more</title><x:password>${secret}</x:password></entry>
<entry id='2'><title><![CDATA[Bay]]></title><x:n/></entry><!-- end --></feed>\n`;
const multipartType = 'multipart/mixed; boundary=events';
const multipartBody = `--events\r\nContent-Type: text/plain\r\n\r\n20251121120000 1 2 MOTION 1 2 3 4
--events\r\nContent-Type: text/plain\r\n\r\n${secret}\r\n--events\r\n\r\n3 X NULL\r\n--events--\r\n`;

/** Pieces that mean something to one of the readers. */
const pieces = fc.oneof(
  fc.constantFrom("'", '"', ';', '\n', '\r\n', '=', '[0]', '[99999]', 'var ', 'new Array();', '\\'),
  fc.constantFrom('root.', '.', '# Error: ', 'Permission denied', '\t'),
  fc.constantFrom('{', '}', '[', ']', ',', ':', '__proto__', '<html>', '\uFEFF', '\0', '1e999'),
  fc.constantFrom(
    '<a>',
    '</a>',
    '<a:b c="',
    '/>',
    '&',
    '&#x0;',
    '&z;',
    '<!DOCTYPE a [',
    '<![CDATA[',
  ),
  fc.constantFrom('--', '--events', '--events--', '\r', '\n\n', 'Content-Length: -1', 'boundary='),
  fc.string({ maxLength: 8, unit: 'binary' }),
);

/** Where to cut, how much to take out, and what to put in; up to eight times. */
const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), pieces), {
  minLength: 1,
  maxLength: 8,
});

function mutated(body: string, changes: readonly (readonly [number, number, string])[]): string {
  return changes.reduce((text, [where, count, piece]) => {
    const at = where % (text.length + 1);
    return text.slice(0, at) + piece + text.slice(at + count);
  }, body);
}

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

  it('end in parameters or a DeviceError, each in no time', () => {
    const tookMs: number[] = [];
    const timed = (text: string) => {
      const startedMs = performance.now();
      try {
        const parameters = parseParameters(text, 'x');
        expect(parameters.size).toBeGreaterThan(0);
        for (const [name, value] of parameters) expect(`${name}=${value}`).not.toMatch(/[\n]/);
      } finally {
        tookMs.push(performance.now() - startedMs);
      }
    };
    expect(outcomes(parametersBody, timed).values).toBeGreaterThan(1000);
    expect(outcomes(refusedBody, timed).failures).toBeGreaterThan(1000);
    expect(tookMs).toHaveLength(20_000);
    expect(tookMs.sort((a, b) => a - b)[19_800]).toBeLessThan(50);
  }, 20_000);

  it('end in JSON of the right shape or a DeviceError', () => {
    const count = outcomes(jsonBody, (text) => {
      expect(schema.safeParse(parseJson(text, schema, 'x')).success).toBe(true);
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
