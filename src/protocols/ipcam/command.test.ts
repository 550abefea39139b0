import { describe, expect, it } from 'vitest';
import { readAcknowledgement } from './command.ts';

describe('the acknowledgement of a command', () => {
  it.each(['ok.\n', 'ok', 'OK', 'Ok.\r\n', 'var result="ok";\r\n', "result='ok'", 'result=ok;'])(
    '%j is success',
    (text) => {
      expect(() => readAcknowledgement(text, 'ipcam.x')).not.toThrow();
    },
  );

  it.each([
    ['error: illegal params.\n', 'rejected', 'illegal-parameter'],
    ['error: illegal http frame.', 'rejected', 'illegal-parameter'],
    ['', 'malformed-reply', 'empty-reply'],
    ['<html>ok</html>', 'malformed-reply', 'html-page'],
    ['o', 'malformed-reply', 'unexpected-reply'],
    ['ok. error', 'malformed-reply', 'unexpected-reply'],
    ['okay', 'malformed-reply', 'unexpected-reply'],
    ['var result="-1";', 'malformed-reply', 'unexpected-reply'],
  ])('%j is %s, %s', (text, kind, reason) => {
    expect(() => readAcknowledgement(text, 'ipcam.x')).toThrow(`ipcam.x: ${kind}: ${reason}`);
  });
});
