import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { partsOf, readPicture, TestClient } from '../video-server/test-client.ts';
import { OlderSecuritySpy } from './older-security-spy.ts';

const boundary = 'ssBoundary8345';
/** Runs with the wall clock, and ahead of it where a test says so. */
const clock = { aheadMs: 0 };
const server = new OlderSecuritySpy({ port: 0, now: () => Date.now() + clock.aheadMs });
const client = new TestClient(server);

beforeAll(() => server.start());
afterAll(() => server.stop());
afterEach(() => server.applyFault({ fault: 'none' }));

describe('who may', () => {
  it('challenges whoever does not say, on any path, and names its version', async () => {
    for (const path of ['++camerastatus?cameraNum=0', '++nothing', '']) {
      const reply = await fetch(`${server.origin}/${path}`);
      expect(reply.status).toBe(401);
      expect(reply.headers.get('www-authenticate')).toBe('Basic realm="SecuritySpy"');
      expect(reply.headers.get('server')).toBe('BBVS/4.2');
    }
  });

  it.each([
    'ssControlActiveMode?cameraNum=0',
    'ptz/command?cameraNum=1&command=1',
    'ptz/controls?cameraNum=1',
    'sounds',
    'scripts',
    'doScript?name=Lights%20on.scpt',
  ])('lets a viewer look but refuses ++%s', async (target) => {
    expect((await client.get('++camerastatus?cameraNum=0', 'viewer')).status).toBe(200);
    expect((await client.get(`++${target}`, 'viewer')).status).toBe(401);
  });
});

describe('documented commands', () => {
  it.each([
    ['viewlive?cameraNum=0&cameraNum=2&imageSize=scale0.5&viewMethod=4', 'text/html'],
    ['image?cameraNum=0&width=320&height=240&quality=50', 'image/jpeg'],
    ['ptz/controls?cameraNum=1', 'text/html'],
    ['ptz/command?cameraNum=1&command=7', 'text/plain'],
    ['ssControlPassiveMode?cameraNum=2', 'text/plain'],
    ['download?cameraNum=0&fileTypeMenu=i&ageText=5&format=html', 'text/html'],
    ['download?cameraNum=0&fileTypeMenu=b&format=xml', 'text/xml'],
    ['camerastatus?cameraNum=2', 'text/plain'],
    ['sounds', 'text/html'],
    ['scripts', 'text/html'],
  ])('answers ++%s', async (target, type) => {
    const reply = await client.get(`++${target}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(new RegExp(`^${type}`));
    expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  it.each([
    '++systemInfo',
    '++camerastatus?cameraNum=3',
    '++camerastatus',
    '++image?cameraNum=3',
    '++ptz/command?cameraNum=0&command=1',
    '++viewlive?cameraNum=7',
    '++getfile/0/2026-01-01/none.m4v',
    '++constructor',
    'camerastatus?cameraNum=0',
  ])('answers %s with 404', async (target) => {
    expect((await client.get(target)).status).toBe(404);
  });
});

describe('modes', () => {
  it('change and read back, with a text where no page asked', async () => {
    expect(await client.text('++camerastatus?cameraNum=1')).toBe('2 PASSIVE');
    expect(await client.text('++ssControlActiveMode?cameraNum=1')).toBe(
      'The control message was received OK',
    );
    expect(await client.text('++camerastatus?cameraNum=1')).toBe('3 ACTIVE');
    expect(await client.text('++camerastatus?cameraNum=0')).toBe('2 PASSIVE');
  });

  it('lead back to the page that asked', async () => {
    const page = `${server.origin}/++viewlive?cameraNum=1`;
    const reply = await client.get('++ssControlPassiveMode?cameraNum=1', 'admin', {
      headers: { Referer: page },
      referrerPolicy: 'unsafe-url',
    });
    expect(reply.status).toBe(303);
    expect(reply.headers.get('location')).toBe(page);
    expect(await client.text('++camerastatus?cameraNum=1')).toBe('2 PASSIVE');
  });
});

describe('pictures', () => {
  it('carry camera and size', async () => {
    const picture = await readPicture(await client.bytes('++image?cameraNum=1&width=320'));
    expect(picture).toMatchObject({ width: 320, height: 240, watermark: { camera: 32 } });
  });

  it('stream as JPEG parts at the asked rate', async () => {
    const started = Date.now();
    const stream = await client.readStream(
      '++video?cameraNum=0&width=160&height=120&req_fps=4',
      (bytes) => partsOf(bytes, boundary).length >= 3,
    );
    expect(Date.now() - started).toBeGreaterThan(450);
    const [part] = partsOf(stream, boundary);
    expect((await readPicture(part?.body ?? Buffer.alloc(0))).watermark?.camera).toBe(31);
  });

  it('stream as MPEG-4, with headers that say so and parts without a type', async () => {
    const abort = new AbortController();
    const target = '++video?codec=mp4v&cameraNum=2';
    const reply = await client.get(target, 'admin', { signal: abort.signal });
    expect(reply.headers.get('ss-codec')).toBe('mp4v');
    expect(['width', 'height', 'depth'].map((name) => reply.headers.get(`ss-${name}`))).toEqual([
      '320',
      '240',
      '24',
    ]);
    abort.abort();
    const stream = await client.readStream(target, (bytes) => partsOf(bytes, boundary).length >= 2);
    const [part] = partsOf(stream, boundary);
    expect([...(part?.headers.keys() ?? [])]).toEqual(['Content-Length']);
    expect(part?.body.subarray(0, 3)).toEqual(Buffer.of(0, 0, 1));
    await vi.waitFor(() => expect(server.camera(2)?.mpeg4?.viewers).toBe(0), { timeout: 10_000 });
  });

  it('stand on one page', async () => {
    const page = await client.text('++viewlive?cameraNum=0&cameraNum=2&imageSize=scale0.5');
    expect(page.match(/<img [^>]+>/g)).toHaveLength(2);
    expect(page).toContain('++video?cameraNum=2&amp;width=320&amp;height=240');
    const stills = await client.text('++viewlive?cameraNum=1&imageSize=80x60&viewMethod=5');
    expect(stills).toContain('++image?cameraNum=1&amp;width=80&amp;height=60');
  });
});

describe('footage', () => {
  const hrefs = async (query: string): Promise<string[]> => {
    const xml = await client.text(`++download?${query}&format=xml`);
    return [...xml.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
  };

  it('is listed by kind, without pages, and can be fetched', async () => {
    const images = await hrefs('cameraNum=2&fileTypeMenu=i');
    const films = await hrefs('cameraNum=2&fileTypeMenu=m');
    expect(images.every((href) => href.endsWith('.jpg'))).toBe(true);
    expect(films.every((href) => href.endsWith('.m4v'))).toBe(true);
    expect(await hrefs('cameraNum=2')).toHaveLength(images.length + films.length);
    expect(await hrefs('cameraNum=2&fileTypeMenu=constructor')).toEqual([]);
    const film = await client.bytes(films[0] ?? '');
    expect(film.toString('latin1', 4, 8)).toBe('ftyp');
    const part = await client.get(films[0] ?? '', 'admin', { headers: { Range: 'bytes=0-9' } });
    expect(part.status).toBe(206);
  });

  it('takes dates with the day first and two digits for the year', async () => {
    const [any = ''] = await hrefs('cameraNum=0&fileTypeMenu=m');
    const [, , folder = ''] = any.split('/');
    const [year = '', month, day] = folder.split('-');
    const date = `${day}/${month}/${year.slice(2)}`;
    const found = await hrefs(`cameraNum=0&date1Text=${date}&date2Text=${date}`);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((href) => href.split('/')[2]))).toEqual(new Set([folder]));
  });
});

describe('motors, sounds and scripts', () => {
  it('are logged', async () => {
    expect(await client.text('++ptz/command?cameraNum=1&command=112')).toBe('OK');
    expect(server.camera(1)?.ptz.savedPresets).toEqual(new Set([1]));
    expect(await client.text('++doSound?name=Klaxon.aif')).toBe('OK');
    expect(server.state.sounds.used.entries).toEqual(['Klaxon.aif']);
    expect(await client.text('++doScript?name=Lights%20on.scpt')).toBe('OK');
    expect(await client.text('++sounds?format=xml')).toContain('<name>Klaxon.aif</name>');
  });
});

describe('faults', () => {
  it('lose one camera and end its streams', async () => {
    const ends = ['++video?cameraNum=0&width=160', '++video?codec=mp4v&cameraNum=0'].map((target) =>
      expect(client.readStream(target, () => false)).rejects.toThrow(),
    );
    await vi.waitFor(
      () => {
        expect(server.camera(0)?.pictures.watchers).toBe(1);
        expect(server.camera(0)?.mpeg4?.viewers).toBe(1);
      },
      { timeout: 10_000 },
    );
    await server.applyFault({ fault: 'offline', channel: 0 });
    await Promise.all(ends);
    expect((await client.get('++image?cameraNum=0')).status).toBe(404);
    expect((await client.get('++image?cameraNum=1')).status).toBe(200);
  });

  it('freeze one camera', async () => {
    await server.applyFault({ fault: 'frozen', channel: 1 });
    const first = await client.bytes('++image?cameraNum=1&width=160');
    clock.aheadMs += 5000;
    expect(await client.bytes('++image?cameraNum=1&width=160')).toEqual(first);
    await server.applyFault({ fault: 'none', channel: 1 });
    expect(await client.bytes('++image?cameraNum=1&width=160')).not.toEqual(first);
    expect(await server.applyFault({ fault: 'frozen', channel: 3 })).toBe(false);
  });
});
