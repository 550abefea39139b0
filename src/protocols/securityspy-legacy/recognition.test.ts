import { describe, expect, it } from 'vitest';
import { type FakeAnswer, toPeek } from '../fake-link.ts';
import { active } from './fixtures/camera-status.ts';
import { recognition } from './recognition.ts';

const judge = (answer: FakeAnswer) => recognition.judge(toPeek(answer));
const realm = 'Basic realm="SecuritySpy"';

describe('recognition', () => {
  it('asks for the status of the first camera, whatever was typed', () => {
    expect(recognition.target('/live/gate?x=1')).toBe('/++camerastatus?cameraNum=0');
  });

  it.each([
    ['BBVS', 'BBVS, ACTIVE'],
    ['BBVS/1', 'BBVS/1, ACTIVE'],
    ['BBVS/4.2.10', 'BBVS/4.2.10, ACTIVE'],
    ['bbvs/3.4', 'bbvs/3.4, ACTIVE'],
  ])('is certain of %s with a documented reply', (server, evidence) => {
    expect(judge({ server, text: active })).toEqual({ confidence: 1, evidence });
  });

  it.each(['BBVS/5', 'BBVS/5.0.1', 'BBVS/6.0/1B5A', 'BBVS/10.1'])(
    'leaves %s to the other generation',
    (server) => {
      expect(judge({ server, text: active })).toBeNull();
      expect(judge({ server, status: 401, authenticate: realm })).toBeNull();
    },
  );

  it('needs the server beside the realm, and is surer with both', () => {
    const refusal = { status: 401, authenticate: realm };
    expect(judge(refusal)).toBeNull();
    expect(judge({ ...refusal, server: 'BBVS/4.0' })).toEqual({
      confidence: 0.95,
      evidence: 'BBVS/4.0, realm SecuritySpy',
    });
    expect(judge({ status: 401, server: 'BBVS' })?.confidence).toBe(0.8);
  });

  it('trusts a reply without a name of the server only half', () => {
    expect(judge({ text: active })).toEqual({ confidence: 0.5, evidence: 'ACTIVE' });
    expect(judge({ text: active, server: 'nginx' })).toBeNull();
    expect(judge({ text: active, status: 404 })).toBeNull();
  });

  it.each(['BBVSX', 'XBBVS', 'BBVS-like', 'BBVS/x'])('does not know %s', (server) => {
    expect(judge({ server, text: active })).toBeNull();
  });
});
