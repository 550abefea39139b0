import { escapeMarkup } from '../http/markup.ts';

/** An entry of `schedule-list` is a `schedule`; entries of other lists are an `item`. */
function entryName(list: string): string {
  return list.endsWith('-list') ? list.slice(0, -'-list'.length) : 'item';
}

/** A value of nested objects and lists as an element; an empty text has no content. */
export function treeXml(name: string, value: unknown): string {
  if (Array.isArray(value)) {
    const entries = value.map((entry) => treeXml(entryName(name), entry)).join('');
    return `<${name}>${entries}</${name}>`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).map(([field, inner]) => treeXml(field, inner));
    return `<${name}>${fields.join('')}</${name}>`;
  }
  const text = escapeMarkup(String(value));
  return text === '' ? `<${name} />` : `<${name}>${text}</${name}>`;
}
