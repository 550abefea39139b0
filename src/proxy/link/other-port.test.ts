import { afterEach, describe, expect, it } from 'vitest';
import { connect, reply, serve, testProtocol } from './test-server.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((item) => item.close()));
});

const limits = { maximumBytes: 1024, deadlineMs: 2000 };
const account = { username: 'guard', password: 'on-duty' };
const basic = `authorization: Basic ${Buffer.from('guard:on-duty').toString('base64')}`;

/** A device with its pages on one port and its pictures on another, and a link to the first. */
async function device(transport: 'standard' | 'lenient') {
  const pages = await serve((socket) => socket.write(reply('page')));
  const pictures = await serve((socket) => socket.write(reply('picture')));
  const protocol = testProtocol({ transport });
  const link = connect(pages.origin, { protocol, credentials: () => account });
  opened.push(link, pages, pictures);
  return { link, pages, pictures, port: Number(new URL(pictures.origin).port) };
}

describe.each(['standard', 'lenient'] as const)('another port of the device (%s)', (transport) => {
  it('serves files, streams and first bytes, to the account that the device was given', async () => {
    const { link, pages, pictures, port } = await device(transport);
    const place = { target: '/live', port };
    expect((await link.readFile(place, limits)).bytes.toString()).toBe('picture');
    const { body } = await link.openStream(place, new AbortController().signal);
    expect((await body.toArray()).join('')).toBe('picture');
    expect(Buffer.from((await link.peek('/live', port)).head).toString()).toBe('picture');
    expect(pictures.requests).toHaveLength(3);
    for (const request of pictures.requests) expect(request).toContain(basic);
    expect(pages.requests).toEqual([]);
  });

  it('leaves the port of the origin to everything else, also afterwards', async () => {
    const { link, pages, pictures, port } = await device(transport);
    await link.readFile({ target: '/still', port }, limits);
    expect((await link.readFile({ target: '/still' }, limits)).bytes.toString()).toBe('page');
    expect((await link.readFile('/still', limits)).bytes.toString()).toBe('page');
    expect([pages.requests.length, pictures.requests.length]).toEqual([2, 1]);
  });

  it('leads nowhere else: a redirect from there is refused, and its target never asked', async () => {
    const canary = await serve((socket) => socket.write(reply('gotcha')));
    const port = await serve((socket) =>
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${canary.origin}/\r\nContent-Length: 0\r\n\r\n`),
    );
    const { link } = await device(transport);
    opened.push(canary, port);
    const place = { target: '/live', port: Number(new URL(port.origin).port) };
    await expect(link.readFile(place, limits)).rejects.toMatchObject({ reason: 'redirected' });
    expect(canary.requests).toEqual([]);
  });
});
