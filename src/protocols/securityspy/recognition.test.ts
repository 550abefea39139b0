import { describe, expect, it } from 'vitest';
import { type FakeAnswer, toPeek } from '../fake-link.ts';
import { systemInfoJson, systemInfoPlain, systemInfoXml } from './fixtures/system-info.ts';
import { recognition } from './recognition.ts';

const judge = (answer: FakeAnswer) => recognition.judge(toPeek(answer));
const realm = 'Basic realm="SecuritySpy"';
const older = systemInfoPlain.replace('5.5.3', '4.2.10');
const manyCameras = (xml: string) => {
  const camera = /<camera>.*?<\/camera>/s.exec(xml)?.[0] ?? '';
  return xml.replace('</camera></camera-list>', `</camera>${camera.repeat(20)}</camera-list>`);
};

describe('recognition', () => {
  it('asks what the server says of itself, wherever the person pointed', () => {
    expect(recognition.target('/++video?cameraNum=0')).toBe('/++systemInfo');
  });

  it.each([
    ['what it sends unasked', { text: systemInfoPlain }, 1, 'SecuritySpy 5.5.3'],
    ['what it sends unasked under the bare name', { text: systemInfoPlain, server: 'BBVS' }, 1, ''],
    ['the newer XML', { text: systemInfoXml.replace(/<group-list>.*(?=<server>)/s, '') }, 0.9, ''],
    ['the newer XML of many cameras', { text: manyCameras(systemInfoXml) }, 0.9, 'camera-list'],
    ['JSON', { text: systemInfoJson }, 0.9, ''],
    [
      'a refusal',
      { status: 401, server: 'BBVS/6.0/FIXTURE', authenticate: realm },
      0.9,
      'BBVS/6.0',
    ],
    ['a missing right', { status: 403, server: 'BBVS/6.0/FIXTURE' }, 0.9, 'BBVS/6.0'],
    ['a redirect', { status: 301, server: 'BBVS/6.0/FIXTURE' }, 0.9, 'BBVS/6.0'],
    ['a refusal without a name', { status: 401, authenticate: realm }, 0.5, 'realm'],
  ])('is sure enough of %s', (_, answer, least, evidence) => {
    const verdict = judge(answer);
    expect(verdict?.confidence).toBeGreaterThanOrEqual(least);
    expect(verdict?.evidence).toContain(evidence);
    expect(verdict?.evidence).not.toContain('FIXTURE');
  });

  it.each([
    ['a refusal of an older server', { status: 401, server: 'BBVS/4.2', authenticate: realm }],
    ['a refusal under the bare name', { status: 401, server: 'BBVS', authenticate: realm }],
    ['an older server', { text: older, server: 'BBVS/4.2.10' }],
    ['an older server under the bare name', { text: older, server: 'BBVS' }],
    ['an older server without a name', { text: older }],
    ['a 404 under the bare name', { status: 404, server: 'BBVS' }],
    ['another realm', { status: 401, authenticate: 'Basic realm="SecuritySpyglass"' }],
    ['another server', { status: 401, server: 'BBVSX/6.0', authenticate: 'Basic realm="x"' }],
    ['a page that names it', { text: `<html><version>6.20</version>${systemInfoPlain}</html>` }],
    ['other XML with a version', { text: '<feed><version>6.20</version></feed>' }],
    ['other JSON with a version', { text: '{"version":"6.20"}' }],
    ['a reply of status 500', { status: 500, text: systemInfoPlain }],
  ])('leaves %s to others', (_, answer) => {
    expect(judge(answer)).toBeNull();
  });
});
