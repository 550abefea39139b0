import { SaxesParser } from 'saxes';
import { DeviceError, type DeviceErrorReason } from '../../domain/device-error.ts';
import { looksLikeHtml } from './html.ts';

/** One element of a document; comments and instructions are left out. */
export interface XmlElement {
  /** Without its prefix: devices disagree on namespaces, never on what an element is called. */
  readonly name: string;
  /** By their names as written. A Map, because a device may name one `__proto__`. */
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands directly in the element, CDATA included, trimmed; empty where there is nothing. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

const mostBytes = 2 ** 20;
const mostDepth = 64;
/** Elements, attributes and pieces of text together; the largest captured reply has under 2000. */
const mostNodes = 50_000;

interface OpenElement extends XmlElement {
  text: string;
  readonly attributes: Map<string, string>;
  readonly children: OpenElement[];
}

/**
 * Reads a document. Its entities are the five of XML and numbers: a DOCTYPE, which could define
 * others, is refused.
 * @param operation the endpoint that answered; goes into the failure, which never quotes the text
 * @throws DeviceError `malformed-reply`: `empty-reply`, `html-page`, `too-large`, or
 *   `unexpected-reply` for everything else that is not a whole and sober document
 */
export function parseXml(text: string, operation: string): XmlElement {
  const failure = (reason: DeviceErrorReason, detail?: string) =>
    new DeviceError('malformed-reply', reason, { operation, detail });
  const body = text.trim();
  if (body === '') throw failure('empty-reply');
  if (exceeds(body, mostBytes)) throw failure('too-large');
  if (looksLikeHtml(body)) throw failure('html-page');
  try {
    return readTree(body, failure);
  } catch (fault) {
    // The parser's own message quotes the text around the fault, so it is left behind.
    throw fault instanceof DeviceError ? fault : failure('unexpected-reply');
  }
}

function readTree(
  body: string,
  failure: (reason: DeviceErrorReason, detail?: string) => DeviceError,
): XmlElement {
  // The element around the root, so that every element has one to be put into.
  const outside = openElement('');
  const open = [outside];
  let nodes = 0;
  const count = () => {
    nodes += 1;
    if (nodes > mostNodes) throw failure('too-large', 'nodes');
  };
  const append = (piece: string) => {
    count();
    const innermost = open.at(-1);
    if (innermost !== undefined) innermost.text += piece;
  };
  const parser = new SaxesParser({ position: false });
  parser.on('doctype', () => {
    throw failure('unexpected-reply', 'doctype');
  });
  parser.on('attribute', count);
  parser.on('opentag', ({ name, attributes }) => {
    count();
    if (open.length > mostDepth) throw failure('unexpected-reply', 'depth');
    const element = openElement(name.slice(name.indexOf(':') + 1));
    for (const [key, value] of Object.entries(attributes)) element.attributes.set(key, value);
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', append);
  parser.on('cdata', append);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element !== undefined) element.text = element.text.trim();
  });
  parser.write(body).close();
  const [root] = outside.children;
  if (root === undefined) throw failure('unexpected-reply');
  return root;
}

function openElement(name: string): OpenElement {
  return { name, attributes: new Map(), text: '', children: [] };
}

function exceeds(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  return text.length > bytes || new TextEncoder().encode(text).length > bytes;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** Every child of that name, in the order of the document. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** What the child of that name says; undefined where it is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  const text = childOf(element, name)?.text;
  return text === '' ? undefined : text;
}
