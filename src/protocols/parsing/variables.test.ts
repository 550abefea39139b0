import { describe, expect, it } from 'vitest';
import { integerOf, parseVariables, readVariables, textOf } from './variables.ts';

const read = (text: string) => Object.fromEntries(parseVariables(text, 'x'));

describe('parseVariables', () => {
  it.each([
    ['one a line', "var id='a1';\nvar now=17;\n"],
    ['CRLF', "var id='a1';\r\nvar now=17;\r\n"],
    ['no line ends', "var id='a1';var now=17;"],
    ['no var', "id='a1';\nnow=17;\n"],
    ['double quotes', 'var id="a1";\nvar now=17;'],
    ['no semicolons', "var id='a1'\nvar now=17"],
    ['spaces', " var  id = 'a1' ; var now = 17 ;"],
    ['lines that are none', "// status\n\nvar id='a1';\nok.\nvar now=17;"],
  ])('reads %s', (_, text) => {
    expect(read(text)).toEqual({ id: 'a1', now: '17' });
  });

  it.each([
    ["var alias='Bob's gate';\nvar tz=0;", "Bob's gate"],
    ["var alias='Bob's gate';var tz=0;", "Bob's gate"],
    [String.raw`var alias='Bob\'s gate';var tz=0;`, "Bob's gate"],
    ["var alias='a;b=c';\nvar tz=0;", 'a;b=c'],
    ["var alias='a'; b';\nvar tz=0;", "a'; b"],
    [String.raw`var alias='back\';var tz=0;`, 'back\\'],
    ["var alias='';var tz=0;", ''],
    [`var alias='say "hi"';\nvar tz=0;`, 'say "hi"'],
  ])('keeps what stands inside quotes: %s', (text, alias) => {
    expect(read(text)).toEqual({ alias, tz: '0' });
  });

  it('reads arrays, with gaps as empty text', () => {
    const text = "var ap_ssid=new Array();\nap_ssid[0]='a';\nap_ssid[2]='c';\nvar n=2;";
    expect(read(text)).toEqual({ ap_ssid: ['a', '', 'c'], n: '2' });
  });

  it('bounds arrays and the number of variables', () => {
    expect(read("a[99999]='x';b=1;")).toEqual({ b: '1' });
    const many = Array.from({ length: 10_000 }, (_, n) => `var v${n}=1;`).join('');
    expect(parseVariables(many, 'x').size).toBe(4096);
  });

  it('takes a hostile name as just a name', () => {
    const variables = parseVariables("var __proto__='x';constructor='y';", 'x');
    expect(variables.get('__proto__')).toBe('x');
    expect(Reflect.get({}, 'x')).toBeUndefined();
  });

  it.each([
    ['', 'empty-reply'],
    ['  \n', 'empty-reply'],
    ['<html><body>401</body></html>', 'html-page'],
    ['ok.\n', 'unexpected-reply'],
    ["var id='a1';\nvar alias='cut of", 'unexpected-reply'],
  ])('says of %j that it is %s', (text, reason) => {
    expect(() => parseVariables(text, 'x')).toThrow(
      expect.objectContaining({ name: 'DeviceError', kind: 'malformed-reply', reason }),
    );
  });

  it('stays linear on a megabyte of quotes', () => {
    const startedMs = performance.now();
    expect(readVariables(`var a='${"';x'".repeat(250_000)}y`).complete).toBe(false);
    expect(readVariables(`var a='${"' ".repeat(500_000)}y`).complete).toBe(false);
    expect(readVariables(`${'a'.repeat(1_000_000)}=1`).variables.size).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });
});

describe('textOf and integerOf', () => {
  const variables = parseVariables("a='x';n=-28800;big=99999999999999999999;f=1.5;l[0]=1;", 'x');

  it('give undefined for what is not there or not of that kind', () => {
    expect(textOf(variables, 'a')).toBe('x');
    expect(textOf(variables, 'l')).toBeUndefined();
    expect(integerOf(variables, 'n')).toBe(-28800);
    expect(['a', 'big', 'f', 'none'].map((name) => integerOf(variables, name))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
