import { describe, expect, it } from 'vitest';
import { cleanFact, cleanName } from './clean-name.ts';

describe('cleanName', () => {
  it.each([
    ['Main gate', 'Main gate'],
    ['  Main \r\n gate\u0000 ', 'Main gate'],
    ['gate\u202Egpj.exe', 'gate gpj.exe'],
    ['\u2066isolated\u2069', 'isolated'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
    ['rtsp://admin:geheim@10.0.0.7/1', 'rtsp://admin:••••••••@10.0.0.7/1'],
    ['Café 門 שער', 'Café 門 שער'],
    ['\u0007\u0007', ''],
    ['ga\u200Bte\u00AD', 'ga te'],
    ['gate\u{E0041}\u{E007F}', 'gate'],
    ['half \uD83C', 'half'],
    ['می\u200Cخواهم 👨\u200D👩', 'می\u200Cخواهم 👨\u200D👩'],
  ])('%j is shown as %j', (text, shown) => {
    expect(cleanName(text)).toBe(shown);
  });

  it('cuts long names without breaking a character', () => {
    expect([...cleanName('🎥'.repeat(300))]).toHaveLength(128);
  });

  it('makes no fact of an empty one', () => {
    expect(cleanFact(' \u0000 ')).toBeUndefined();
    expect(cleanFact(undefined)).toBeUndefined();
  });
});
