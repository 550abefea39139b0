import { DeviceError } from '../../domain/device-error.ts';
import { looksLikeHtml } from './html.ts';

/** A scalar as its text, or the elements of an array; gaps in an array read as ''. */
type Variable = string | readonly string[];
/** A Map, because a device may name a variable `__proto__`. */
export type Variables = ReadonlyMap<string, Variable>;

/** The largest captured reply has 194 variables; an array index beyond the limit is dropped. */
const mostVariables = 4096;
const mostElements = 1024;

const assignment =
  /(?:var\s{1,8})?([A-Za-z_$][\w$]{0,63})[ \t]*(?:\[[ \t]*(\d{1,5})[ \t]*\][ \t]*)?=[ \t]*/y;
const emptyArray = /^new\s+Array\b/;
/** What follows a quote that really closes a string: the end of the line, or the next assignment. */
const afterClosingQuote =
  /[ \t]*(?:;?[ \t]*(?:$|[\r\n])|;\s*(?:$|var\s|[A-Za-z_$][\w$]{0,63}[ \t]*(?:\[[ \t]*\d{1,5}[ \t]*\][ \t]*)?=))/y;

/**
 * Reads `var name=value;` replies: any line ends or none at all, single or double quotes, quotes
 * inside a quoted value, with or without `var`, `var a=new Array(); a[0]='…';`.
 * @param operation the endpoint that answered; goes into the failure
 * @throws DeviceError `malformed-reply`: `empty-reply`, `html-page`, or `unexpected-reply` when no
 *   variable stands in the text or the text ends inside a value
 */
export function parseVariables(text: string, operation: string): Variables {
  if (text.trim() === '') throw new DeviceError('malformed-reply', 'empty-reply', { operation });
  if (looksLikeHtml(text)) throw new DeviceError('malformed-reply', 'html-page', { operation });
  const { variables, complete } = readVariables(text);
  if (variables.size === 0 || !complete) {
    throw new DeviceError('malformed-reply', 'unexpected-reply', { operation });
  }
  return variables;
}

/** The same without failures, for the beginning of a text. `complete` is false if it ends inside a string. */
export function readVariables(text: string): { variables: Variables; complete: boolean } {
  const variables = new Map<string, Variable>();
  const arrays = new Map<string, string[]>();
  let at = 0;
  while (at < text.length && variables.size < mostVariables) {
    at = skip(text, at, /[\s;\uFEFF]*/y);
    assignment.lastIndex = at;
    const found = assignment.exec(text);
    if (found === null) {
      at = skip(text, at, /[^\r\n;]*/y) + 1;
      continue;
    }
    const value = readValue(text, assignment.lastIndex);
    if (value === null) return { variables, complete: false };
    const [, name = '', index] = found;
    if (index !== undefined) setElement(variables, arrays, name, Number(index), value.text);
    else if (!value.quoted && emptyArray.test(value.text))
      variables.set(name, startArray(arrays, name));
    else variables.set(name, value.text);
    at = value.end;
  }
  return { variables, complete: true };
}

/** The text of a scalar; undefined where it is absent or an array. */
export function textOf(variables: Variables, name: string): string | undefined {
  const value = variables.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The whole number of a scalar; undefined where it is absent or anything else. */
export function integerOf(variables: Variables, name: string): number | undefined {
  const text = textOf(variables, name)?.trim();
  if (text === undefined || !/^[+-]?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

function skip(text: string, from: number, what: RegExp): number {
  what.lastIndex = from;
  what.exec(text);
  return what.lastIndex;
}

function readValue(
  text: string,
  from: number,
): { text: string; quoted: boolean; end: number } | null {
  const quote = text[from];
  if (quote !== "'" && quote !== '"') {
    const end = skip(text, from, /[^\r\n;]*/y);
    return { text: text.slice(from, end).trim(), quoted: false, end };
  }
  for (
    let close = text.indexOf(quote, from + 1);
    close !== -1;
    close = text.indexOf(quote, close + 1)
  ) {
    afterClosingQuote.lastIndex = close + 1;
    if (afterClosingQuote.test(text)) {
      const inside = text.slice(from + 1, close).replaceAll(`\\${quote}`, quote);
      return { text: inside, quoted: true, end: close + 1 };
    }
  }
  return null;
}

function startArray(arrays: Map<string, string[]>, name: string): string[] {
  const elements: string[] = [];
  arrays.set(name, elements);
  return elements;
}

function setElement(
  variables: Map<string, Variable>,
  arrays: Map<string, string[]>,
  name: string,
  index: number,
  value: string,
): void {
  if (index >= mostElements) return;
  const elements = arrays.get(name) ?? startArray(arrays, name);
  while (elements.length <= index) elements.push('');
  elements[index] = value;
  variables.set(name, elements);
}
