import { describe, expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

const all = (splitter: LineSplitter, pieces: readonly string[]) =>
  pieces.flatMap((piece) => splitter.push(piece));

describe('LineSplitter', () => {
  it.each(['\n', '\r', '\r\n'])('puts together what was cut anywhere, with %j', (end) => {
    const text = `one line${end}two${end}${end}three${end}`;
    for (let at = 0; at <= text.length; at += 1) {
      const pieces = [text.slice(0, at), text.slice(at)];
      expect(all(new LineSplitter(), pieces)).toEqual(['one line', 'two', 'three']);
    }
  });

  it('keeps a line that has not ended', () => {
    const splitter = new LineSplitter();
    expect(splitter.push('one\ntw')).toEqual(['one']);
    expect(splitter.push('o\n')).toEqual(['two']);
  });

  it('does not keep a line without an end, and goes on with the next', () => {
    const splitter = new LineSplitter();
    expect(all(splitter, ['x'.repeat(9000), 'x'.repeat(9000), 'rest\nnext\n'])).toEqual(['next']);
    expect(splitter.dropped).toBe(1);
  });
});
