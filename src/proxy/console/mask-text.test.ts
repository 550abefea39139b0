import { describe, expect, it } from 'vitest';
import { isSecretName } from '../../domain/secret-name.ts';
import { DecodedMask } from './mask-decoded.ts';
import { mask, maskText } from './mask-text.ts';

describe('names of secrets', () => {
  it.each([
    'pwd',
    'user1_pwd',
    'ftp_pwd',
    'Password',
    'settingsPassword',
    'wifi_wpa_psk',
    'key1',
    'WEPKey2',
    'root.Network.PPPoE.Password',
    'passphrase',
    'clientSecret',
    'auth',
    'login',
    'Authorization',
    'api_key',
    'credentials',
  ])('%s', (name) => expect(isSecretName(name)).toBe(true));

  it.each([
    'user1_name',
    'key1_bits',
    'defkey',
    'keyformat',
    'monkey',
    'author',
    'authtype',
    'now',
  ])('but not %s', (name) => expect(isSecretName(name)).toBe(false));
});

const secret = 'S3cret-Pa55';

describe('a text', () => {
  it.each([
    `var pwd='${secret}';`,
    `var user1_pwd = "${secret}" ;`,
    `var pwd=new Array(); pwd[0]='${secret}';`,
    `{"password":"${secret}","on":true}`,
    `{"password" : "${secret}"}`,
    `<password>${secret}</password>`,
    `<a><wifi:key type="x">${secret}</wifi:key></a>`,
    `<account user="me" password="${secret}"/>`,
    `root.Network.FTP.Password=${secret} and; more & more`,
    `GET /video?ch=1&auth=${secret}&x=2`,
    `pwd: ${secret}`,
    `rtsp://admin:${secret}@10.0.0.1/h264`,
    `rtsp://admin:${secret}@with@signs@10.0.0.1/h264`,
    `"rtsp:\\/\\/admin:${secret}@10.0.0.1\\/h264"`,
    `src=rtsp%3A%2F%2Fadmin%3A${secret}%4010.0.0.1`,
    `Authorization: Basic ${secret}`,
  ])('hides the secret in %s', (text) => {
    const masked = maskText(text);
    expect(masked).not.toContain(secret);
    expect(masked).toContain(mask);
  });

  it.each([
    "var pwd='';",
    '{"hasPassword":true,"password":null}',
    'http://10.0.0.1:8080/live?ch=1',
    'root.Image.Brightness=50',
    'name=Gate;volume=3',
    '{"title":"Main gate","time":"10:30"}',
  ])('leaves %s as it is', (text) => expect(maskText(text)).toBe(text));

  it('hides what is known, in every spelling', () => {
    const known = 'p&<"w/ö';
    const text = [known, JSON.stringify(known), 'p&amp;&lt;&quot;w/ö', encodeURIComponent(known)];
    for (const spelling of text) expect(maskText(spelling, [known])).not.toMatch(/p.*w.*ö/);
  });

  it('does not take a short word for a secret wherever it stands', () => {
    expect(maskText('channel 12 of 12', ['12'])).toBe('channel 12 of 12');
  });

  it('takes long texts without delay', () => {
    const startedMs = performance.now();
    for (const piece of [
      'a:',
      'a://b:',
      '<a ',
      '<a>',
      'x="',
      "'",
      'pwd=',
      'a.b.c.',
      '\\"',
      '%3A%2F%2F',
    ]) {
      maskText(piece.repeat(1_000_000 / piece.length));
    }
    expect(performance.now() - startedMs).toBeLessThan(5000);
  });
});

describe('a decoded reply', () => {
  it('has its secrets hidden by their own name, a name beside them, or one above', () => {
    const cover = new DecodedMask([]);
    const clean = cover.apply({
      form: 'tree',
      omitted: 0,
      nodes: [
        { name: 'user', text: 'admin' },
        { name: 'pwd', text: 'one-Pa55' },
        {
          name: 'setting',
          children: [
            { name: '@name', text: 'ftpPassword' },
            { name: 'value', text: 'two-Pa55' },
          ],
        },
        { name: 'passwords', children: [{ name: '0', text: 'three-Pa55' }] },
        { name: 'source', text: 'rtsp://admin:four-Pa55@10.0.0.1/' },
      ],
    });
    expect(JSON.stringify(clean)).not.toContain('Pa55');
    expect(JSON.stringify(clean)).toContain('admin');
    expect(cover.secrets).toEqual(['one-Pa55', 'two-Pa55', 'three-Pa55']);
  });
});
