import { describe, expect, it } from 'vitest';
import { DeviceError } from '../../domain/device-error.ts';
import { readMultipartText } from './multipart-text.ts';

const mixed = 'multipart/mixed; boundary=events';
const body = [
  '--events',
  'Content-Type: text/plain',
  '',
  '20251121120000 1 2 MOTION 1 2 3 4',
  '--events',
  'Content-Type: text/plain',
  'Content-Length: 6',
  '',
  'line 1',
  'line 2',
  '--events--',
  'an epilogue',
];
const parts = ['20251121120000 1 2 MOTION 1 2 3 4', 'line 1\nline 2'];

function failureOf(text: string): DeviceError {
  try {
    readMultipartText(text, mixed, 'x.events');
  } catch (failure) {
    if (failure instanceof DeviceError) return failure;
    throw failure;
  }
  throw new TypeError('parsed');
}

describe('readMultipartText', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads parts with %s between lines', (_, end) => {
    expect(readMultipartText(body.join(end), mixed, 'x')).toEqual(parts);
  });

  it.each([
    ['in quotes', 'multipart/mixed; charset=utf-8; boundary="events"'],
    ['with the dashes in the header', 'multipart/mixed;boundary=--events'],
    ['named nowhere', 'multipart/mixed'],
    ['named wrongly', 'multipart/mixed; boundary=other'],
  ])('finds a boundary %s', (_, line) => {
    expect(readMultipartText(body.join('\r\n'), line, 'x')).toEqual(parts);
  });

  it('drops a part that was cut short, and what stands before the first', () => {
    const cut = ['preamble', ...body.slice(0, 9)].join('\n');
    expect(readMultipartText(cut, mixed, 'x')).toEqual(parts.slice(0, 1));
    expect(readMultipartText(body.slice(0, 2).join('\n'), mixed, 'x')).toEqual([]);
  });

  it('reads a part without a header and one without a content', () => {
    const text = '--events\n\nx\n\n--events\n\n--events\n--events--';
    expect(readMultipartText(text, mixed, 'x')).toEqual(['x', '', '']);
  });

  it.each([
    ['', 'empty-reply'],
    [' \r\n', 'empty-reply'],
    ['<html></html>', 'html-page'],
    ['OK', 'unexpected-reply'],
    ['--events\n\n'.repeat(10_002), 'too-large'],
  ])('says what is wrong with a body that is none (case %#)', (text, reason) => {
    const failure = failureOf(text);
    expect([failure.kind, failure.reason]).toEqual(['malformed-reply', reason]);
    expect(failure.operation).toBe('x.events');
  });
});
