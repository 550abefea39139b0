import type { XmlElement } from './xml.ts';

/** One branch of a decoded reply, the same for JSON and XML. */
export interface DecodedNode {
  /** Key, index, or name of the element; attributes begin with `@`. */
  readonly name: string;
  /** Absent where there are only branches. */
  readonly text?: string | undefined;
  /** Absent on a leaf. */
  readonly children?: readonly DecodedNode[] | undefined;
}

export interface DecodedTree {
  readonly nodes: readonly DecodedNode[];
  /** Branches beyond the bound, which only the raw text shows. */
  readonly omitted: number;
}

const mostNodes = 5000;
const mostDepth = 64;

/** Counts what is handed out, so that a huge reply stays a readable one. */
class Allowance {
  left = mostNodes;
  omitted = 0;

  take(): boolean {
    if (this.left === 0) {
      this.omitted += 1;
      return false;
    }
    this.left -= 1;
    return true;
  }
}

export function jsonTree(value: unknown): DecodedTree {
  const allowance = new Allowance();
  const root = jsonNode('', value, allowance, 0);
  const nodes = root.children ?? [root];
  return { nodes, omitted: allowance.omitted };
}

function jsonNode(name: string, value: unknown, allowance: Allowance, depth: number): DecodedNode {
  if (typeof value === 'string') return { name, text: value };
  if (typeof value !== 'object' || value === null) return { name, text: JSON.stringify(value) };
  const entries = Object.entries(value);
  if (entries.length === 0) return { name, text: Array.isArray(value) ? '[]' : '{}' };
  if (depth === mostDepth) {
    allowance.omitted += entries.length;
    return { name, children: [] };
  }
  const children: DecodedNode[] = [];
  for (const [key, child] of entries) {
    if (allowance.take()) children.push(jsonNode(key, child, allowance, depth + 1));
  }
  return { name, children };
}

export function xmlTree(root: XmlElement): DecodedTree {
  const allowance = new Allowance();
  const node = xmlNode(root, allowance);
  return { nodes: [node], omitted: allowance.omitted };
}

function xmlNode(element: XmlElement, allowance: Allowance): DecodedNode {
  const { name, text } = element;
  const children: DecodedNode[] = [];
  for (const [attribute, value] of element.attributes) {
    if (allowance.take()) children.push({ name: `@${attribute}`, text: value });
  }
  for (const child of element.children) {
    if (allowance.take()) children.push(xmlNode(child, allowance));
  }
  if (children.length === 0) return { name, text };
  return { name, children, ...(text === '' ? {} : { text }) };
}
