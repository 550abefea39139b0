import fc from 'fast-check';
import { z } from 'zod';
import { parseJson } from './json.ts';
import { readMultipartText } from './multipart-text.ts';
import { parseParameters } from './parameters.ts';
import { parseVariables } from './variables.ts';
import { parseXml } from './xml.ts';

export const fuzzing = { seed: 20_251_121, numRuns: 10_000 };
/** Stands in every body; a failure that quotes its reply is caught by it. */
export const secret = 'HIDDEN-SECRET';

export const variablesBody = `var id='00626E0000A1';\nvar alias='Bob's gate';\r\nvar now=1763700000;var tz=-28800;
var ap_ssid=new Array();\nap_ssid[0]='a';\nap_ssid[1]="b";\nvar user1_pwd='${secret}';\nresult="ok";\n`;
export const parametersBody = `root.Brand.Brand=Acme\nroot.Network.RTSP.Port=554\r\nEvent.E1.Url=/a?b=c\n\n# list
root.Network.PPPoE.Password=${secret}\nroot.ImageSource.I0.Sensor.Brightness=50\nroot.__proto__=x\n`;
export const refusedBody = `# Error: illegal value ${secret}\nroot\n`;
export const jsonBody = JSON.stringify({
  apiVersion: 'TS-API@0.9.20',
  list: [{ chid: 1, title: secret, size: [1920, 1080] }, { chid: 2 }],
});
export const jsonSchema = z.object({
  apiVersion: z.string(),
  list: z.array(z.object({ chid: z.number(), title: z.string().optional() })),
});

export const xmlBody = `<?xml version="1.0" encoding="utf-8"?><feed xmlns:x="http://example.com/">
<entry id="1"><title>${'The gate of the yard '.repeat(40)}&amp; more</title><x:password>${secret}</x:password></entry>
<entry id='2'><title><![CDATA[Bay]]></title><x:n/></entry><!-- end --></feed>\n`;
export const multipartType = 'multipart/mixed; boundary=events';
export const multipartBody = `--events\r\nContent-Type: text/plain\r\n\r\n20251121120000 1 2 MOTION 1 2 3 4
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
export const edits = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 40 }), pieces), {
  minLength: 1,
  maxLength: 8,
});

export function mutated(
  body: string,
  changes: readonly (readonly [number, number, string])[],
): string {
  return changes.reduce((text, [where, count, piece]) => {
    const at = where % (text.length + 1);
    return text.slice(0, at) + piece + text.slice(at + count);
  }, body);
}

/** A body for each reader, and how to read it. */
export const readers: Readonly<
  Record<string, { readonly body: string; readonly read: (text: string) => unknown }>
> = {
  XML: { body: xmlBody, read: (text) => parseXml(text, 'x') },
  'key=value': { body: parametersBody, read: (text) => parseParameters(text, 'x') },
  'var x=1;': { body: variablesBody, read: (text) => parseVariables(text, 'x') },
  'multipart text': {
    body: multipartBody,
    read: (text) => readMultipartText(text, multipartType, 'x'),
  },
  JSON: { body: jsonBody, read: (text) => parseJson(text, jsonSchema, 'x') },
};
