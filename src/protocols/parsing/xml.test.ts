import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from './xml.ts';

const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const depthOf = (element: XmlElement): number => 1 + Math.max(0, ...element.children.map(depthOf));

function failureOf(text: string): DeviceError {
  try {
    parseXml(text, 'x.info');
  } catch (failure) {
    if (failure instanceof DeviceError) return failure;
    throw failure;
  }
  throw new TypeError('parsed');
}

describe('parseXml', () => {
  const feed = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
    <!-- list -->
    <feed xmlns:bsl="http://www.example.com/"><entry><title>Gate &amp; yard &#x2116; 1</title>
      <link rel="alternate" length='17' href="++getfile/4/a+b.m4v"/><bsl:cameraNum> 4 </bsl:cameraNum>
    </entry><entry><title><![CDATA[<b>]]></title><empty/></entry></feed>\r\n`;

  it('reads elements by their local names, whatever their prefix', () => {
    const root = parseXml(feed, 'x');
    expect(root.name).toBe('feed');
    const entries = childrenOf(root, 'entry');
    expect(entries.map((entry) => textOf(entry, 'title'))).toEqual(['Gate & yard № 1', '<b>']);
    expect(textOf(entries[0], 'cameraNum')).toBe('4');
    expect(childOf(entries[0], 'link')?.attributes.get('href')).toBe('++getfile/4/a+b.m4v');
    expect(childOf(entries[0], 'link')?.attributes.get('length')).toBe('17');
  });

  it('reads prefixes that nothing declares', () => {
    expect(parseXml('<a:b><c:d>1</c:d></a:b>', 'x').children[0]?.name).toBe('d');
  });

  it('tells an absent element and an empty one from one that says something', () => {
    const [, second] = childrenOf(parseXml(feed, 'x'), 'entry');
    expect(textOf(second, 'empty')).toBeUndefined();
    expect(childOf(second, 'empty')).toBeDefined();
    expect(textOf(second, 'absent')).toBeUndefined();
    expect(childrenOf(undefined, 'entry')).toEqual([]);
  });

  it('keeps names of Object.prototype apart from it', () => {
    const root = parseXml('<a __proto__="1" constructor="2"><__proto__>3</__proto__></a>', 'x');
    expect(Array.from(root.attributes)).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ]);
    expect(textOf(root, '__proto__')).toBe('3');
  });

  it.each([
    ['', 'empty-reply'],
    [' \r\n', 'empty-reply'],
    ['<!DOCTYPE html><html></html>', 'html-page'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html/>', 'html-page'],
    ['OK', 'unexpected-reply'],
    ['{"system":{}}', 'unexpected-reply'],
    ['<a><b></a>', 'unexpected-reply'],
    ['<a><b>1</b>', 'unexpected-reply'],
    ['<a/><b/>', 'unexpected-reply'],
    ['<a b=1/>', 'unexpected-reply'],
    ['<?xml version="1.0"?>', 'unexpected-reply'],
    ['<a>\0</a>', 'unexpected-reply'],
  ])('says of %j that it is %s', (text, reason) => {
    const failure = failureOf(text);
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
    expect(failure.operation).toBe('x.info');
  });

  it('does not quote a broken reply', () => {
    expect(failureOf('<a password="hunter2" hunter2>').message).not.toContain('hunter2');
  });

  it('reads as deep, as long and as many as it says', () => {
    expect(depthOf(parseXml(nested(64), 'x'))).toBe(64);
    expect(parseXml(`<a>${'x'.repeat(2 ** 20 - 7)}</a>`, 'x').text).toHaveLength(2 ** 20 - 7);
    expect(parseXml(`<a>${'<b/>'.repeat(49_999)}</a>`, 'x').children).toHaveLength(49_999);
  });
});

const doctype = (inside: string, body = '&z;') => `<!DOCTYPE a [${inside}]><a>${body}</a>`;

describe('trust: bombs of XML, sixteen of them', () => {
  it.each([
    [
      'laughs a billion times',
      doctype('<!ENTITY x "lol"><!ENTITY y "&x;&x;&x;&x;"><!ENTITY z "&y;&y;&y;&y;">'),
      'unexpected-reply',
    ],
    ['one long entity, many times', doctype(`<!ENTITY z "${'A'.repeat(1000)}">`, '&z;'.repeat(9))],
    ['an entity of itself', doctype('<!ENTITY z "&z;">')],
    ['a file of the machine', doctype('<!ENTITY z SYSTEM "file:///etc/hostname">')],
    ['an address', doctype('<!ENTITY z SYSTEM "http://192.0.2.1/">')],
    ['a parameter entity', doctype('<!ENTITY % z SYSTEM "http://192.0.2.1/"> %z;', '')],
    ['a DOCTYPE from elsewhere', '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>'],
    ['a DOCTYPE behind a comment', '<?xml version="1.0"?><!-- x --><!DOCTYPE a><a/>'],
    ['an entity that nothing defines', '<a>&z;</a>'],
    ['elements nested 65 deep', nested(65)],
    ['elements nested a hundred thousand deep', '<a>'.repeat(100_000)],
    ['more than a mebibyte', `<a>${'x'.repeat(2 ** 20)}</a>`, 'too-large'],
    ['more than a mebibyte in fewer letters', `<a>${'№'.repeat(400_000)}</a>`, 'too-large'],
    ['more elements than any device has', `<a>${'<b/>'.repeat(50_000)}</a>`, 'too-large'],
    [
      'more attributes than any device has',
      `<a ${Array.from({ length: 50_001 }, (_, n) => `b${n}=""`).join(' ')}/>`,
      'too-large',
    ],
    ['a number that is no letter', '<a>&#x110000;</a>'],
  ])('refuses %s', (_, text, reason = 'unexpected-reply') => {
    const startedMs = performance.now();
    const failure = failureOf(text);
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
