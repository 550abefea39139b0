import { describe, expect, it } from 'vitest';
import { type FakeAnswer, toPeek } from '../fake-link.ts';
import { fixedCamera, listed } from './fixtures/cameras.ts';
import { recognition } from './recognition.ts';

const judge = (answer: FakeAnswer) => recognition.judge(toPeek(answer));

describe('recognition', () => {
  it('asks for the brand, whatever address was typed', () => {
    expect(recognition.target('/anything')).toBe(
      '/cgi-bin/admin/param.cgi?action=list&group=Brand',
    );
  });

  it('is surer of a brand with several facts than with one', () => {
    expect(judge({ text: listed(fixedCamera, 'Brand') })).toEqual({
      confidence: 0.95,
      evidence: 'Brand.ProdFullName=Full HD IP PTZ',
    });
    expect(judge({ text: 'root.Brand.ProdNbr=X020-5\n' })).toEqual({
      confidence: 0.8,
      evidence: 'Brand.ProdNbr=X020-5',
    });
  });

  it.each<[string, FakeAnswer]>([
    ['a refusal', { status: 401, authenticate: 'Basic realm="IP Camera"' }],
    ['a refusal with a list', { status: 401, text: listed(fixedCamera, 'Brand') }],
    [
      'the maker whose interface is the ancestor',
      {
        text: 'root.Brand.Brand=AXIS\nroot.Brand.ProdNbr=P1455\n',
      },
    ],
    ['parameters of another group', { text: 'root.Network.IPAddress=192.0.2.1\n' }],
    ['an empty brand', { text: 'root.Brand.Brand=\n' }],
    ['an error', { text: '# Error: Invalid group\n' }],
    ['a page', { text: '<html>root.Brand.Brand=x</html>', contentType: 'text/html' }],
  ])('claims nothing of %s', (_, answer) => {
    expect(judge(answer)).toBeNull();
  });
});
