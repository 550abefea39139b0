import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestClient } from '../video-server/test-client.ts';
import { SecuritySpy } from './security-spy.ts';

const clock = { now: Date.UTC(2026, 10, 21, 17, 47, 37, 400) };
const server = new SecuritySpy({ port: 0, now: () => clock.now });
const client = new TestClient(server);

beforeAll(() => server.start());
afterAll(() => server.stop());

/** The `camera` elements of a systemInfo, by their number. */
async function systemInfo(username = 'admin'): Promise<ReadonlyMap<number, string>> {
  const xml = await client.text('++systemInfo?format=xml', username);
  const cameras = xml.match(/<camera>.*?<\/camera>/gs) ?? [];
  return new Map(
    cameras.map((camera) => [Number(/<number>(\d+)</.exec(camera)?.[1]), camera] as const),
  );
}

describe('who may', () => {
  it('challenges a client and leads a person to a page', async () => {
    const asked = await fetch(`${server.origin}/++systemInfo`);
    expect(asked.status).toBe(401);
    expect(asked.headers.get('www-authenticate')).toBe('Basic realm="SecuritySpy"');
    expect(await asked.text()).toBe('401 Unauthorized');
    const led = await fetch(`${server.origin}/systemInfo`, { redirect: 'manual' });
    expect(led.status).toBe(303);
    const page = await fetch(new URL(led.headers.get('location') ?? '', server.origin));
    expect(await page.text()).toContain('<form method="post">');
  });

  it('names itself in every reply, refusals too', async () => {
    for (const reply of [await client.get('++systemInfo'), await fetch(`${server.origin}/++x`)]) {
      expect(reply.headers.get('server')).toMatch(/^BBVS\/6\.\d+\/\w+$/);
      expect(reply.headers.get('ss-uuid')).toBeTruthy();
    }
  });

  it('answers the bare path as the one with ++', async () => {
    expect(await client.text('systemInfo')).toBe(await client.text('++systemInfo'));
  });

  it.each(['base64', 'base64url'] as const)(
    'takes auth= in %s and opens a session',
    async (form) => {
      // Chosen so that the two alphabets differ.
      const encoded = Buffer.from('guard:night>2206').toString(form);
      const reply = await fetch(`${server.origin}/++cameramodes?cameraNum=0&auth=${encoded}`);
      expect(reply.status).toBe(200);
      const cookie = (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
      expect(cookie).toMatch(/^ss-session-id=\w+$/);
      const later = await fetch(`${server.origin}/cameramodes?cameraNum=0`, {
        headers: { Cookie: cookie },
      });
      expect(later.status).toBe(200);
    },
  );

  it('lets a person in by the form, and nobody with a wrong password', async () => {
    const send = (password: string): Promise<Response> =>
      fetch(`${server.origin}/login`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ username: 'viewer', password }),
      });
    const entered = await send('look-only');
    expect(entered.status).toBe(303);
    expect(entered.headers.get('location')).toMatch(/^\/multiplex\?/);
    expect(entered.headers.get('set-cookie')).toContain('ss-session-id=');
    expect((await send('guessed')).headers.get('set-cookie')).toBeNull();
  });

  it.each([
    ['settings-general?format=json', 403],
    ['settings-cameras?cameraNum=0&format=xml', 403],
    ['ptz/command?cameraNum=1&command=1', 401],
    ['setSchedule?cameraNum=0&schedule=1&override=0&mode=C', 401],
    ['triggermd?cameraNum=0', 401],
    ['sounds', 401],
    ['scripts', 401],
  ])('refuses a viewer %s with %i', async (target, status) => {
    const reply = await client.get(`++${target}`, 'viewer');
    expect(reply.status).toBe(status);
    expect(await reply.text()).toBe(status === 403 ? '403 Access Denied' : '401 Unauthorized');
    expect(reply.headers.has('www-authenticate')).toBe(status === 401);
  });

  it('answers HEAD with 400, as captured', async () => {
    expect((await client.get('++systemInfo', 'admin', { method: 'HEAD' })).status).toBe(400);
  });
});

describe('documented commands', () => {
  const day = '2026-11-20';
  it.each([
    ['image?cameraNum=0&width=320&height=180&quality=50', 'image/jpeg'],
    ['hls?cameraNum=0', 'application/x-mpegURL'],
    ['hls_mediaplaylist?cameraNum=0&quality=1', 'application/x-mpegURL'],
    ['multiplex?cameras=0,1&cropMode=1&format=0&fps=5&border=2&camInfo=1&hiRes=1', 'text/html'],
    ['download?cameraNum=0&mcFilesCheck=1&ageText=2&format=grid&results=5', 'text/html'],
    [`download?cameraNum=0&date1=${day}&date2=${day}&format=xml`, 'text/xml'],
    ['ptz/command?cameraNum=1&command=99', 'text/plain'],
    ['ptz/controls?cameraNum=1', 'text/html'],
    ['getptzcapabilities?cameraNum=1', 'text/plain'],
    ['setSchedule?cameraNum=5&schedule=1&override=0&mode=C', 'text/plain'],
    ['setPreset?id=1', 'text/plain'],
    ['triggermd?cameraNum=5', 'text/plain'],
    ['cameramodes?cameraNum=0', 'text/plain'],
    ['systemInfo', 'text/xml'],
    ['systemInfo?format=json', 'application/json'],
    ['sounds?format=html', 'text/html'],
    ['sounds?format=xml', 'text/xml'],
    ['scripts?format=html', 'text/html'],
    ['scripts?format=xml', 'text/xml'],
    ['settings-general?format=xml', 'text/xml'],
    ['settings-display?format=json', 'application/json'],
    ['settings-storage?format=json', 'application/json'],
    ['settings-compression?format=xml', 'text/xml'],
    ['settings-email?format=json', 'application/json'],
    ['settings-web?format=xml', 'text/xml'],
    ['settings-cameras?cameraNum=0&format=json', 'application/json'],
  ])('answers %s', async (target, type) => {
    const reply = await client.get(`++${target}`);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(new RegExp(`^${type}`));
    expect((await reply.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  it.each([
    ['stream?cameraNum=0', 404],
    ['image?cameraNum=6', 404],
    ['image', 404],
    ['video?cameraNum=0&vcodec=theora', 404],
    ['video?cameraNum=0&vcodec=h265', 404],
    ['setSchedule?cameraNum=6&schedule=1&override=0&mode=C', 404],
    ['cameramodes?cameraNum=-1', 404],
    ['ptz/command?cameraNum=0&command=1', 404],
    ['ptz/command?cameraNum=1&command=98', 404],
    ['audio?cameraNum=2', 404],
    ['settings-cameras?format=json', 500],
    ['settings-cameras?cameraNum=6&format=json', 404],
    ['hls_segment/0/1/nothing.ts', 404],
    ['multiplex?cameras=9', 404],
    ['constructor', 404],
  ])('answers %s with %i', async (target, status) => {
    expect((await client.get(`++${target}`)).status).toBe(status);
  });
});

describe('systemInfo', () => {
  it('lists six cameras from 0, not sorted, with the rights of who asks', async () => {
    const numbers = [...(await systemInfo()).keys()];
    expect(numbers).not.toEqual([...numbers].sort());
    expect([...numbers].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect((await systemInfo()).get(0)).toContain('<permissions>12255</permissions>');
    expect((await systemInfo('viewer')).get(0)).toContain('<permissions>519</permissions>');
    expect((await systemInfo('viewer')).get(2)).toContain('<permissions>7</permissions>');
  });

  it('says the same in JSON, with lists at the top', async () => {
    const info = (await (await client.get('++systemInfo?format=json')).json()) as Record<
      string,
      { number?: number; id?: number }[]
    >;
    expect(Object.keys(info).sort()).toEqual([
      'camera-list',
      'group-list',
      'schedule-list',
      'schedule-override-list',
      'schedule-preset-list',
      'server',
    ]);
    expect(info['camera-list']?.map(({ number }) => number)).toEqual([
      ...(await systemInfo()).keys(),
    ]);
    expect(info['schedule-override-list']?.map(({ id }) => id)).toEqual(
      Array.from({ length: 15 }, (_, id) => id),
    );
    expect(info['schedule-preset-list']?.some(({ id = 0 }) => id > 2 ** 31)).toBe(true);
  });

  it('tells the time with its offset, and the order of dates', async () => {
    const xml = await client.text('++systemInfo');
    expect(xml).toContain('<current-local-time>2026-11-21T12:47:37-05:00</current-local-time>');
    expect(xml).toContain('<seconds-from-gmt>-18000</seconds-from-gmt>');
    expect(xml).toContain('<date-format>MM/DD/YYYY</date-format>');
    expect(xml).toContain('<schedule><id>20189</id><name>Nights &amp; weekends</name></schedule>');
  });

  it('loses a disabled camera and finds it again', async () => {
    const disabled = await client.post('settings-cameras', 'formData&cameraNum=4&enabled=0');
    expect(await disabled.json()).toEqual({ camUpdate: { num: '4', name: 'Rack row 2' } });
    expect((await systemInfo()).has(4)).toBe(false);
    expect((await client.get('++image?cameraNum=4')).status).toBe(404);
    await client.post('settings-cameras', 'formData&cameraNum=4&enabled=1');
    expect((await systemInfo()).has(4)).toBe(true);
  });
});

describe('settings', () => {
  const read = async (target: string): Promise<Record<string, unknown>> =>
    (await (await client.get(`settings-${target}format=json`)).json()) as Record<string, unknown>;

  it.each([
    ['general?', 'sysName', 'West annex', 'West annex'],
    ['general?', 'suspendDecoding', '0', false],
    ['display?', 'cropMode', '2', 2],
    ['storage?', 'removeByAge', '0', false],
    ['compression?', 'videoQuality', '71', 71],
    ['email?', 'subject', 'Movement & sound', 'Movement & sound'],
    ['web?', 'portHttps', '9443', 9443],
    ['cameras?cameraNum=3&', 'motionSensitivity', '88', 88],
  ])('%s reads back %s', async (target, name, written, told) => {
    const before = await read(target);
    const section = target.split('?')[0] ?? '';
    const body = new URLSearchParams({ cameraNum: '3', [name]: written });
    expect(await (await client.post(`settings-${section}`, body)).json()).toEqual({ result: 'OK' });
    const after = await read(target);
    const changed = Object.keys(after).filter((key) => after[key] !== before[key]);
    expect(changed.filter((key) => typeof after[key] !== 'object')).toContain(name);
    expect(after[name]).toBe(told);
    expect(changed.filter((key) => !key.startsWith(name) && key !== 'accounts')).toEqual([]);
  });

  it('takes the names of the document where captured replies have others', async () => {
    await client.post('settings-storage', 'path=%2FVolumes%2FNew');
    expect(await read('storage?')).toMatchObject({ globalStorage: '/Volumes/New' });
    await client.post('settings-display', 'floatWindows=1&camInfo=0');
    expect(await read('display?')).toMatchObject({ floatVideo: true, infoBar: 0 });
  });

  it('passes over what is unknown, out of range or no number', async () => {
    const before = await read('compression?');
    await client.post('settings-compression', 'videoQuality=101&jpegQuality=x&constructor=1');
    expect(await read('compression?')).toEqual(before);
  });

  it('tells the password of a camera but none of its own', async () => {
    expect(await read('cameras?cameraNum=0&')).toMatchObject({ password: 'lens-21' });
    await client.post('settings-email', 'password=kept');
    expect(await read('email?')).not.toHaveProperty('password');
    expect(await read('general?')).not.toHaveProperty('settingsPassword');
  });

  it('renames a camera for every reply', async () => {
    await client.post('settings-cameras', 'cameraNum=5&name=Archive+%3Cold%3E');
    expect((await systemInfo()).get(5)).toContain('<name>Archive &lt;old&gt;</name>');
    expect(await client.text('++multiplex?cameras=5&camInfo=1')).toContain('Archive &lt;old&gt;');
  });

  it('changes how dates are written', async () => {
    await client.post('settings-general', 'dateFormat=0');
    expect(await client.text('++systemInfo')).toContain('<date-format>DD/MM/YYYY</date-format>');
    await client.post('settings-general', 'dateFormat=1');
  });

  it('is a page for a person', async () => {
    expect((await client.get('settings-general')).headers.get('content-type')).toMatch(/html/);
  });

  it('refuses a form without end', async () => {
    expect((await client.post('settings-general', 'x'.repeat(70_000))).status).toBe(413);
  });
});

describe('PTZ', () => {
  it('tells different motors apart and keeps what they did', async () => {
    expect(await client.text('++getptzcapabilities?cameraNum=3')).toBe('63');
    expect(await client.text('++ptz/command?cameraNum=3&command=2&speed=40')).toBe('OK');
    expect(await client.text('++ptz/command?cameraNum=3&command=99')).toBe('OK');
    expect(
      server.controls.desk.entries
        .filter(({ kind }) => kind === 'move' || kind === 'stop')
        .slice(-2)
        .map(({ camera, kind, parameters, what }) => [camera, kind, parameters, what]),
    ).toEqual([
      [3, 'move', { command: '2', speed: '40' }, 'turns at 40 %'],
      [3, 'stop', { command: '99' }, 'stops'],
    ]);
  });

  it('saves presets, for those who may', async () => {
    expect(await client.text('++ptz/command?cameraNum=3&command=114', 'guard')).toBe('OK');
    expect((await systemInfo()).get(3)).toContain('<preset-name-3>Position 3</preset-name-3>');
    expect(await client.text('++ptz/command?cameraNum=3&command=14')).toBe('OK');
  });

  it('offers buttons only for what a camera can do', async () => {
    const zooming = await client.text('++ptz/controls?cameraNum=4');
    expect(zooming).toContain('Zoom in');
    expect(zooming).not.toContain('Left');
    expect(await client.text('++ptz/controls?cameraNum=0')).toContain('does not move');
  });
});

describe('sounds and scripts', () => {
  it.each([
    ['sounds', 'doSound', 'Knock & enter.aif'],
    ['scripts', 'doScript', 'Open the barrier.scpt'],
  ] as const)('%s are listed, linked and used', async (kind, action, name) => {
    const xml = await client.text(`++${kind}?format=xml`);
    expect(xml).toContain(`<name>${name.replace('&', '&amp;')}</name>`);
    const links = (await client.text(`++${kind}`)).match(/href="[^"]+"/g) ?? [];
    expect(links).toContain(`href="++${action}?name=${encodeURIComponent(name)}"`);
    expect(await client.text(`++${action}?name=${encodeURIComponent(name)}`)).toBe('OK');
    expect(server.state[kind].used.entries).toEqual([name]);
    expect((await client.get(`++${action}?name=nothing`)).status).toBe(404);
  });
});
