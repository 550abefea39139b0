import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { standardCameras } from '../scenery/site-cameras.ts';
import { readWatermark } from '../watermark.ts';
import type { ModelName } from './camera-model.ts';
import { IpCameraDevice } from './ip-camera-device.ts';

const clock = { now: Date.UTC(2026, 10, 21, 5, 47, 9) };

function makeCamera(model: ModelName, restartMs = 20): IpCameraDevice {
  const camera = standardCameras[model === 'ptz' ? 0 : 1];
  if (camera === undefined) throw new TypeError('the site has no standard cameras');
  const ports = { port: 0, mjpegPort: 0, rtspPort: 0 };
  return new IpCameraDevice({ ...ports, camera, model, restartMs, now: () => clock.now });
}

const turnstile = makeCamera('fixed');
const tower = makeCamera('ptz');
beforeAll(() => Promise.all([turnstile.start(), tower.start()]));
afterAll(() => Promise.all([turnstile.stop(), tower.stop()]));
beforeEach(() => turnstile.recover());

const encoded = (login: string): string => Buffer.from(login).toString('base64');
const viewer = encoded('guard:lookonly');

interface Question {
  readonly device?: IpCameraDevice;
  readonly login?: string;
  readonly method?: string;
  readonly headers?: string;
  readonly body?: Buffer;
  /** Looks at an endless reply; the socket is closed once it is content. */
  readonly until?: (received: Buffer) => boolean;
}

interface Answer {
  /** Status line and header lines as sent, the line ends included. */
  readonly head: string;
  readonly body: Buffer;
  readonly text: string;
}

function open(origin: string): Socket {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1');
  socket.on('error', () => socket.destroy());
  return socket;
}

/** Octet for octet, since an ordinary client is not content with lines that end with LF alone. */
async function ask(target: string, question: Question = {}): Promise<Answer> {
  const { device = turnstile, method = 'GET', headers = '', body, until } = question;
  const login = question.login ?? encoded(`${device.username}:${device.password}`);
  const socket = open(device.origin);
  const parts: Buffer[] = [];
  socket.on('data', (part) => {
    parts.push(part);
    if (until?.(Buffer.concat(parts)) === true) socket.destroy();
  });
  const length = body === undefined ? '' : `Content-Length: ${body.length}\r\n`;
  const authorization = login === '' ? '' : `Authorization: Basic ${login}\r\n`;
  socket.write(`${method} ${target} HTTP/1.0\r\n${authorization}${headers}${length}\r\n`);
  if (body !== undefined) socket.write(body);
  await once(socket, 'close');
  const all = Buffer.concat(parts);
  const end = /\r?\n\r?\n/.exec(all.toString('latin1'));
  const bodyAt = end === null ? all.length : end.index + end[0].length;
  const content = all.subarray(bodyAt);
  return { head: all.subarray(0, bodyAt).toString(), body: content, text: content.toString() };
}

const admin = (cgi: string, question?: Question): Promise<Answer> =>
  ask(`/cgi-bin/admin/${cgi}`, question);

const bareHead = 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\n\n';
const crlfHead = 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\n\r\n';

function upload(cgi: string, name: string, content: Buffer): Promise<Answer> {
  const body = Buffer.concat([
    Buffer.from(
      `--AsCg5y\r\nContent-Disposition: form-data; name="${name}"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from('\r\n--AsCg5y--\r\n'),
  ]);
  const headers = 'Content-Type: multipart/form-data; boundary=AsCg5y\r\n';
  return admin(cgi, { method: 'POST', headers, body });
}

describe('who may', () => {
  it.each([
    ['/cgi-bin/admin/param.cgi?action=list', ''],
    ['/cgi-bin/admin/param.cgi?action=list', encoded('Admin:1234')],
    ['/cgi-bin/admin/param.cgi?action=list', viewer],
    ['/cgi-bin/admin/eventdata.cgi?action=get', viewer],
    ['/cgi-bin/com/ptzconfig.cgi?home=yes', viewer],
    ['/cgi-bin/io/output.cgi?action=1:/', viewer],
    ['/cgi-bin/jpg/image.cgi', ''],
  ])('refuses %s to "%s" with 401', async (target, login) => {
    const { head } = await ask(target, { login });
    expect(head).toMatch(
      /^HTTP\/1\.0 401 Unauthorized\r\nWWW-Authenticate: Basic realm="X012-A"\r\n/,
    );
  });

  it('lets a viewer turn the head and see the picture', async () => {
    const turned = await ask('/cgi-bin/com/ptz.cgi?move=home', { device: tower, login: viewer });
    expect(turned.head).toBe('HTTP/1.0 204 No Content\r\n\r\n');
    const seen = await ask('/cgi-bin/jpg/image.cgi', { login: viewer });
    expect(seen.head).toMatch(/^HTTP\/1\.0 200 OK\r\nContent-Type: image\/jpeg\r\n/);
  });

  it('knows no other addresses and methods', async () => {
    expect((await ask('/cgi-bin/admin/nothing.cgi')).head).toBe('HTTP/1.0 404 Not Found\r\n\r\n');
    expect((await ask('/')).head).toMatch(/^HTTP\/1\.0 404 /);
    expect((await admin('restore.cgi')).head).toMatch(/^HTTP\/1\.0 400 /);
    expect((await admin('param.cgi?action=list', { method: 'POST' })).head).toMatch(/ 400 /);
  });

  it('adds, changes and removes accounts, and tells their passwords', async () => {
    expect(await admin('userinfo.cgi?')).toMatchObject({
      head: bareHead,
      text: 'List username and password\nAdmin:barrier42\nguard:lookonly\n',
    });
    const add = 'pwdgrp.cgi?action=add&user=joe&pwd=foo&sgrp=dido:camctrl:talk:listen';
    expect((await admin(add)).text).toBe('OK\n');
    expect((await admin(add)).text).toBe('# Error: the user exists\n');
    expect((await admin('privacy.cgi?')).text).toBe(
      'Username:Dido:Camset:Talk:Listen \nAdmin:1:1:1:1\nguard:0:1:0:0\njoe:1:1:1:1\n',
    );
    expect((await admin('pwdgrp.cgi?action=update&user=joe&pwd=bar&sgrp=talk')).text).toBe('OK\n');
    expect((await admin('pwdgrp.cgi?action=get')).text).toContain('talk="Admin,joe"\n');
    const joe = { login: encoded('joe:bar') };
    expect((await ask('/cgi-bin/jpg/image.cgi', joe)).head).toMatch(/ 200 OK/);
    expect((await admin('pwdgrp.cgi?action=remove&user=joe')).text).toBe('OK\n');
    expect((await ask('/cgi-bin/jpg/image.cgi', joe)).head).toMatch(/ 401 /);
    expect((await admin('pwdgrp.cgi?action=remove&user=Admin')).text).toMatch(/^# Error/);
    expect(JSON.stringify(turnstile.log.entries)).not.toMatch(/foo|bar/);
  });
});

describe('settings', () => {
  it('answer a list with bare line feeds, an update with CRLF, and name the ports', async () => {
    const list = await admin('param.cgi?action=list&group=Network.MJPEG.Port');
    expect(list.head).toBe(bareHead);
    expect(list.text).toBe(`root.Network.MJPEG.Port=${new URL(turnstile.mjpegOrigin).port}\n`);
    const rtsp = await admin('param.cgi?action=list&group=Network.RTSP.Port');
    expect(rtsp.text).toBe(`root.Network.RTSP.Port=${new URL(turnstile.rtspOrigin).port}\n`);
    const update = await admin('param.cgi?action=update&Recording.R0.Enabled=no');
    expect(update.head + update.text).toBe(`${crlfHead}OK\r\n`);
    const wrong = await admin('param.cgi?action=update&Nothing.X=1');
    expect(wrong.head + wrong.text).toBe(`${bareHead}# Error: no parameter Nothing.X\n`);
  });

  it('fall back to the factory, with the network or without', async () => {
    const value = async (name: string): Promise<string> =>
      (await admin(`param.cgi?action=list&group=${name}`)).text.trim().split('=')[1] ?? '';
    const change =
      'param.cgi?action=update&Image.I0.Name=Door&Network.IPAddress=192.0.2.9&Network.HostName=h';
    await admin(change);
    expect((await admin('factorydefault.cgi')).text).toBe('OK\n');
    expect(await value('Image.I0.Name')).toBe('Barrier');
    expect(await value('Network.HostName')).toBe('Barrier');
    expect(await value('Network.IPAddress')).toBe('192.0.2.9');
    expect((await admin('hardfactorydefault.cgi')).text).toBe('OK\n');
    expect(await value('Network.IPAddress')).toBe('192.0.2.42');
  });

  it('are backed up and restored', async () => {
    await admin('param.cgi?action=update&Image.I0.Name=Before');
    const backup = await admin('backup.cgi');
    expect(backup.head).toBe(
      `HTTP/1.0 200 OK\r\nContent-Type: application/octet-stream\r\nContent-length: ${backup.body.length}\r\nContent-Disposition: attachment; filename=config_file.bin\r\n\r\n`,
    );
    await admin('param.cgi?action=update&Image.I0.Name=After');
    expect((await upload('restore.cgi', 'config_file.bin', Buffer.from('x'))).text).toMatch(
      /^# Error/,
    );
    expect((await upload('restore.cgi?', 'config_file.bin', backup.body)).text).toBe('OK\n');
    expect((await admin('param.cgi?action=list&group=Image.I0.Name')).text).toBe(
      'root.Image.I0.Name=Before\n',
    );
  });

  it('include the path of snapshots and the date', async () => {
    expect(await admin('snapshot.cgi?action=set&path=D%3A%5Cpictures')).toMatchObject({
      head: bareHead,
      text: 'OK\n',
    });
    expect((await admin('snapshot.cgi?action=get')).text).toBe('D:\\pictures\n');
    expect((await admin('snapshot.cgi?action=set')).text).toMatch(/^# Error/);
    const date = await admin('date.cgi?action=get');
    expect(date.head + date.text).toBe(`${crlfHead}Nov 21, 2026 05:47:09\r\n`);
  });
});

describe('upkeep', () => {
  it('lists, sends, removes and formats what is stored', async () => {
    const names = async (): Promise<string[]> =>
      (await admin('storagemanagement.cgi?action=list')).text
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '');
    const [first = ''] = await names();
    expect(first).toBe('A_20261120_230000.avi');
    const file = await admin(`storagemanagement.cgi?action=download&filename=${first}`);
    expect(file.head).toContain(`Content-length: ${file.body.length}\r\n`);
    expect(file.body.subarray(0, 4).toString()).toBe('RIFF');
    const remove = `storagemanagement.cgi?action=remove&filename=${first}`;
    expect((await admin(remove)).text).toBe('OK\n');
    expect((await admin(remove)).head).toBe('HTTP/1.0 404 Not Found\r\n\r\n');
    expect(await names()).toHaveLength(6);
    expect((await admin('storagemanagement.cgi?action=format')).text).toBe('OK\n');
    expect(await names()).toEqual(['']);
  });

  it('takes firmware and certificates and only writes them down', async () => {
    expect((await admin('beforeupgrade.cgi')).text).toBe('OK\n');
    const image = Buffer.alloc(3000, 7);
    expect((await upload('firmwareupgrade.cgi?filename=var', 'var', image)).text).toBe('OK\n');
    const wrong = 'firmwareupgrade.cgi?filename=switch.bin';
    expect((await upload(wrong, 'switch.bin', image)).text).toMatch(/^# Error/);
    const certificate = 'upload_certificate.cgi?type=ca_certificate';
    expect((await upload(certificate, 'ca_certificate', image)).text).toBe('OK\n');
    expect((await admin(certificate, { method: 'POST' })).text).toBe('# Error: no file\n');
    expect(turnstile.unit.uploads).toEqual([
      'firmware var 3000',
      'certificate ca_certificate 3000',
    ]);
    const log = await admin('systemlog.cgi');
    expect(log.head).toBe(crlfHead);
    expect(log.text).toContain('Nov 21, 2026 05:47:09 firmware var received, 3000 octets\r\n');
    const report = await admin('serverreport.cgi');
    expect(report.text).toContain('root.Brand.ProdNbr=X012-A\n');
    expect(report.text).toContain('firmware var received');
  });
});

describe('inputs, outputs and events', () => {
  it('read and switch contacts', async () => {
    const first = await ask('/cgi-bin/io/input.cgi?check=1');
    expect(first.head + first.text).toBe(`${crlfHead}Input1=1`);
    expect((await ask('/cgi-bin/io/input.cgi?checkactive=1,2')).text).toBe(
      'Input1=active\r\nInput2=inactive',
    );
    const output = async (): Promise<string> =>
      (await ask('/cgi-bin/io/output.cgi?checkactive=1')).text;
    expect((await ask('/cgi-bin/io/output.cgi?action=1:/')).text).toBe('OK');
    expect(await output()).toBe('Output1=active');
    expect((await ask('/cgi-bin/io/output.cgi?action=1:%5C')).text).toBe('OK');
    expect(await output()).toBe('Output1=inactive');
    await ask('/cgi-bin/io/output.cgi?action=/');
    expect((await ask('/cgi-bin/io/output.cgi?check=1')).text).toBe('Output1=1');
    await ask('/cgi-bin/io/output.cgi?action=%5C');
    for (const wrong of ['input.cgi?check=3', 'output.cgi?action=2:/', 'output.cgi?action=1:-'])
      expect((await ask(`/cgi-bin/io/${wrong}`)).text).toMatch(/^# Error/);
  });

  it('tell events once, with their length', async () => {
    const { head, text } = await admin('eventdata.cgi?action=get&group=Motion,IO');
    expect(head).toBe(
      `HTTP/1.0 200 OK\r\nContent-type: text/plain\r\nContent-length: ${text.length}\r\n\r\n`,
    );
    expect(text).toMatch(/^Motion:Enabled=1;Level=\d+;Sensitivity=80;Triggered=1;\r\nIO:Status=/);
    expect((await admin('evendata.cgi?action=get&group=Face')).text).toMatch(/^Face:Enabled=1;/);
    expect((await admin('eventdata.cgi?action=get&group=None')).text).toMatch(/^# Error/);
    expect((await admin('eventdata.cgi?group=IO')).text).toMatch(/^# Error/);
  });

  it('tell events on and on in parts', async () => {
    const parts = (received: Buffer): string[] => received.toString().split('--eventdata\r\n');
    const { head, text } = await admin('eventdata.cgi?action=monitor&group=Motion,Motion2', {
      until: (received) => parts(received).length > 3,
    });
    expect(head).toBe(
      'HTTP/1.0 200 OK\r\nContent-type: multipart/x-mixed-replace;boundary=eventdata\r\n\r\n',
    );
    const [, part = ''] = text.split('--eventdata\r\n');
    const [, length, content = ''] =
      /^Content-Type: text\/plain\r\nContent-Length: (\d+)\r\n\r\n(.*)$/s.exec(part) ?? [];
    expect(content).toMatch(/^Motion:Enabled=1;.*; \r\nMotion2:Enabled=0; \r\n\r\n$/s);
    expect(content).toHaveLength(Number(length));
  });
});

describe('pictures', () => {
  const snapshot = async (): Promise<Answer> => ask('/cgi-bin/jpg/image.cgi?');

  async function mark(jpeg: Buffer): Promise<{ width: number; camera: number | undefined }> {
    const image = await loadImage(jpeg);
    const canvas = createCanvas(image.width, image.height);
    canvas.getContext('2d').drawImage(image, 0, 0);
    const { data } = canvas.getContext('2d').getImageData(0, 0, image.width, image.height);
    return { width: image.width, camera: readWatermark(data, image.width, image.height)?.camera };
  }

  it('are of the camera, in the size that is set, with a line end behind the length', async () => {
    const { head, body } = await snapshot();
    const length = Number(/Content-Length: (\d+)/.exec(head)?.[1]);
    expect(body.subarray(length).toString()).toBe('\r\n');
    expect(await mark(body.subarray(0, length))).toEqual({ width: 640, camera: 42 });
    await admin('param.cgi?action=update&Image.I0.Appearance.Resolution=cif,720p,vga');
    expect(await mark((await snapshot()).body)).toEqual({ width: 352, camera: 42 });
    await admin('param.cgi?action=update&Image.I0.Appearance.Resolution=disable,720p,vga');
    expect((await snapshot()).head).toMatch(/^HTTP\/1\.0 503 /);
    await admin('param.cgi?action=update&Image.I0.Appearance.Resolution=vga,720p,vga');
  });

  it('stream on a port of their own, to who may see them', async () => {
    expect((await fetch(turnstile.mjpegOrigin)).status).toBe(401);
    const headers = { Authorization: `Basic ${viewer}` };
    expect((await fetch(`${turnstile.mjpegOrigin}/other`, { headers })).status).toBe(404);
    const abort = new AbortController();
    const reply = await fetch(turnstile.mjpegOrigin, { headers, signal: abort.signal });
    expect(reply.headers.get('content-type')).toMatch(/^multipart\/x-mixed-replace;/);
    const part = await reply.body?.getReader().read();
    expect(Buffer.from(part?.value ?? []).toString('latin1')).toMatch(
      /^--ipcamera\r\nContent-Type: image\/jpeg\r\nContent-Length: \d+\r\n\r\n\xff\xd8/,
    );
    expect(turnstile.watchers).toBe(1);
    abort.abort();
    await vi.waitFor(() => expect(turnstile.watchers).toBe(0), { timeout: 10_000 });
  });

  it('go wrong as wanted', async () => {
    const whole = (await snapshot()).body.length;
    await turnstile.applyFault({ fault: 'truncated-picture' });
    expect((await snapshot()).body.length).toBeLessThan(whole);
    await turnstile.applyFault({ fault: 'html-instead-of-picture' });
    expect((await snapshot()).head).toMatch(/text\/html/);
    await turnstile.applyFault({ fault: 'no-content-length' });
    expect((await snapshot()).head).not.toMatch(/length/i);
    await turnstile.applyFault({ fault: 'frozen' });
    const frozen = (await snapshot()).body;
    clock.now += 5000;
    expect((await snapshot()).body).toEqual(frozen);
    expect(await turnstile.applyFault({ fault: 'offline' })).toBe(false);
    clock.now -= 5000;
  });
});

describe('the unit', () => {
  it('describes its streams to those whom the web server knows', async () => {
    const socket = open(turnstile.rtspOrigin);
    socket.write(
      `DESCRIBE ${turnstile.rtspOrigin}/stream1 RTSP/1.0\r\nCSeq: 1\r\nAuthorization: Basic ${viewer}\r\n\r\n`,
    );
    const [reply] = (await once(socket, 'data')) as [Buffer];
    socket.destroy();
    expect(reply.toString()).toMatch(/^RTSP\/1\.0 200 OK\r\nCSeq: 1\r\n/);
    expect(turnstile.log.entries.at(-1)).toMatchObject({ method: 'DESCRIBE', target: '/stream1' });
  });

  it('is gone after a restart and comes back on the same ports with its settings', async () => {
    const { origin, mjpegOrigin, rtspOrigin } = tower;
    await admin('param.cgi?action=update&Image.I0.Name=High', { device: tower });
    expect((await admin('restart.cgi', { device: tower })).text).toBe('OK\n');
    await vi.waitFor(() => expect(tower.unit.log.text.match(/camera started/g)).toHaveLength(2), {
      timeout: 10_000,
    });
    await tower.start();
    expect([tower.origin, tower.mjpegOrigin, tower.rtspOrigin]).toEqual([
      origin,
      mjpegOrigin,
      rtspOrigin,
    ]);
    const name = await admin('param.cgi?action=list&group=Image.I0.Name', { device: tower });
    expect(name.text).toBe('root.Image.I0.Name=High\n');
  });

  it('stops with everything that was open, and does not come back from a restart then', async () => {
    const camera = makeCamera('ptz', 60_000);
    await camera.start();
    const login = encoded(`${camera.username}:${camera.password}`);
    const watching = [
      [camera.origin, 'GET /cgi-bin/admin/eventdata.cgi?action=monitor HTTP/1.0'],
      [camera.mjpegOrigin, 'GET / HTTP/1.0'],
      [camera.rtspOrigin, `DESCRIBE ${camera.rtspOrigin}/h264 RTSP/1.0\r\nCSeq: 1`],
    ] as const;
    const sockets = watching.map(([origin, request]) => {
      const socket = open(origin);
      socket.write(`${request}\r\nAuthorization: Basic ${login}\r\n\r\n`);
      return socket;
    });
    await Promise.all(sockets.map((socket) => once(socket, 'data')));
    const closed = sockets.map((socket) => once(socket, 'close'));
    expect((await admin('restart.cgi', { device: camera })).text).toBe('OK\n');
    await Promise.all(closed);
    await camera.stop();
    expect([camera.watchers, camera.rtspSessions]).toEqual([0, 0]);
    for (const origin of [camera.origin, camera.mjpegOrigin, camera.rtspOrigin]) {
      const socket = open(origin);
      const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException];
      expect(error.code).toBe('ECONNREFUSED');
    }
    expect(await camera.applyFault({ fault: 'none' })).toBe(true);
    expect((await ask('/', { device: camera })).head).toMatch(/ 404 /);
    await camera.applyFault({ fault: 'stopped' });
  });
});
