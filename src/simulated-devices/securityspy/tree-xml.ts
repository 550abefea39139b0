import { escapeMarkup } from '../http/markup.ts';
import { siteWord } from '../http/site-word.ts';

/** An entry of `schedule-list` is a `schedule`; entries of other lists are an `item`. */
function entryName(list: string): string {
  return list.endsWith('-list') ? list.slice(0, -'-list'.length) : 'item';
}

/** Names and descriptions are the site's own words; the rest belongs to the protocol. */
export function spoken(field: string, text: string): string {
  return /name|description|text|storage-path|device-type/i.test(field)
    ? siteWord(field, text)
    : text;
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
  const text = escapeMarkup(typeof value === 'string' ? spoken(name, value) : String(value));
  return text === '' ? `<${name} />` : `<${name}>${text}</${name}>`;
}
