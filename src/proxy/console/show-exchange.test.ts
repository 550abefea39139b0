import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../protocols/protocol.ts';
import { endpoint } from '../link/test-server.ts';
import type { Exchange } from './ask-device.ts';
import { showExchange } from './show-exchange.ts';

const secret = 'S3cret-Pa55';

function show(row: Partial<Endpoint>, body: string, more: Partial<Exchange> = {}, reveal = false) {
  const exchange: Exchange = {
    status: 200,
    contentType: 'text/plain',
    contentTypeLine: 'text/plain',
    bytes: Buffer.from(body, 'latin1'),
    ended: 'whole',
    ...more,
  };
  const showing = { operation: 'test.status', known: [], reveal };
  return showExchange({ ...endpoint, ...row }, exchange, showing);
}

describe('a reply', () => {
  it('of nothing but secrets is withheld as a whole', () => {
    const row = { secretReply: true, reply: 'text' } as const;
    const shown = show(row, `List username and password\nAdmin:${secret}\n`);
    expect(shown).toMatchObject({ masked: true, status: 200 });
    expect([shown.raw, shown.decoded, shown.hex]).toEqual([undefined, undefined, undefined]);
    expect(show(row, `Admin:${secret}`, {}, true)).toMatchObject({ raw: `Admin:${secret}` });
  });

  it('that cannot be decoded is withheld too, where it may hold secrets', () => {
    const shown = show({ secretReply: true, reply: 'xml' }, `<a><b>${secret}</a>`);
    expect(shown).toMatchObject({ masked: true, problem: { reason: 'unexpected-reply' } });
    expect(JSON.stringify(shown)).not.toContain(secret);
  });

  it('that refuses is shown, without what looks like a secret', () => {
    const shown = show({ secretReply: true }, `no right for auth=${secret}`, { status: 403 });
    expect(shown).toMatchObject({ problem: { reason: 'no-permission' }, masked: true });
    expect(shown.raw).toMatch(/^no right for auth=•+$/);
  });

  it('hides in the raw text what the tree knows for a secret', () => {
    const shown = show({ reply: 'xml' }, `<s><name>ftpPassword</name><value>${secret}</value></s>`);
    expect(shown.decoded).toMatchObject({ form: 'tree' });
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(shown.raw).toContain('<name>ftpPassword</name>');
  });

  it('of bytes is not shown where secrets stand in them', () => {
    const row = { reply: 'file' } as const;
    expect(show(row, '\0\x01backup')).toMatchObject({ masked: false, hex: '00016261636b7570' });
    const shown = show(row, `\0\x01password=${secret}`);
    expect([shown.masked, shown.hex, shown.raw]).toEqual([true, undefined, undefined]);
  });

  it('of a picture is not mistaken for settings by what its bytes happen to be', () => {
    const row = { reply: 'stream' } as const;
    const chance = 'FLV\0\x01\xe9pwd=\x8f\x02';
    expect(show(row, chance)).toMatchObject({
      masked: false,
      hex: expect.stringMatching(/^464c56/),
    });
    const known = show(row, `FLV\0rtsp://admin:${secret}@camera/`);
    expect([known.masked, known.hex]).toEqual([true, undefined]);
  });

  it('of a captured film is not either', () => {
    const row = { reply: 'file' } as const;
    const film = '\0\0\0\x20ftypisom\0\x01';
    expect(show(row, `${film}pw=\x8f\x02`)).toMatchObject({
      masked: false,
      hex: expect.stringMatching(/^00000020667479/),
    });
    const known = show(row, `${film}rtsp://admin:${secret}@camera/`);
    expect([known.masked, known.hex]).toEqual([true, undefined]);
  });

  it('that broke off, or was not asked to have one, is what came of it', () => {
    const broken = show({ reply: 'json' }, '{"a":', { ended: 'lost' });
    expect(broken).toMatchObject({ problem: { reason: 'connection-lost' }, raw: '{"a":' });
    expect(show({}, '', { status: 204 })).toEqual({
      status: 204,
      contentType: 'text/plain',
      bytes: 0,
      ended: 'whole',
      raw: '',
      masked: false,
    });
  });

  it('is read by its own charset', () => {
    const contentTypeLine = 'text/plain; charset=iso-8859-1';
    expect(show({}, 'Tür', { contentTypeLine })).toMatchObject({ raw: 'Tür', bytes: 3 });
  });
});
