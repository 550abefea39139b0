import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RtspDial } from '../../link/rtsp-dial.ts';
import { Ffmpeg, findFfmpeg } from './ffmpeg.ts';
import { ffmpegFault } from './ffmpeg-fault.ts';
import { repackagingArguments, repackagingList } from './repackaging.ts';

const standIn = fileURLToPath(new URL('./stand-in-ffmpeg.mjs', import.meta.url));
const account = { username: "o'brien@site", password: 'p:w/%?#"' };
const poll = { timeout: 5000, interval: 20 };

function dialTo(target: string): RtspDial {
  return { host: '127.0.0.1', port: 554, target, credentials: account, settle: () => undefined };
}

interface Facts {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly pid: number;
  readonly list: string;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('the list for ffmpeg', () => {
  it('names the stream with its account, and nothing in it can end the name early', () => {
    const list = repackagingList(dialTo("/live?name=it's"));
    const named = /^file '([^']*)'$/m.exec(list)?.[1] ?? '';
    const url = new URL(named.replace('rtsp:', 'http:'));
    expect(decodeURIComponent(url.username)).toBe(account.username);
    expect(decodeURIComponent(url.password)).toBe(account.password);
    expect([url.hostname, url.port, url.pathname]).toEqual(['127.0.0.1', '554', '/live']);
    expect(list.split('\n').filter((line) => line.startsWith('file '))).toHaveLength(1);
    expect(repackagingArguments.join(' ')).not.toMatch(/rtsp:\/\//);
  });

  it('names a stream without an account', () => {
    const list = repackagingList({ ...dialTo('/h264'), host: '[fd00::7]', credentials: null });
    expect(list).toContain("file 'rtsp://[fd00::7]:554/h264'");
  });
});

describe('what ffmpeg prints', () => {
  it.each([
    ['method DESCRIBE failed: 401 Unauthorized', 'unauthorized', 'login-refused'],
    ['method DESCRIBE failed: 404 Stream Not Found', 'unsupported', 'not-found'],
    [
      'Connection to tcp://10.0.0.9:554 failed: Connection refused',
      'unreachable',
      'connection-refused',
    ],
    ['Connection timed out', 'timeout', 'answer-timeout'],
    ['Video codec hevc not compatible with flv', 'unsupported', 'not-supported'],
    ['rtsp://guard:secret@10.0.0.9/live: broken pipe', 'unreachable', 'connection-lost'],
    ['', 'unreachable', 'connection-lost'],
  ])('%j means %s, %s', (printed, kind, reason) => {
    const fault = ffmpegFault(printed);
    expect(fault).toMatchObject({ kind, reason });
    expect(JSON.stringify([fault, fault.message])).not.toMatch(/secret|10\.0\.0\.9/);
  });
});

describe('a process that repackages', () => {
  let folder: string;
  let ffmpeg: Ffmpeg;
  let leave: AbortController;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'watchfloor-ffmpeg-'));
    ffmpeg = new Ffmpeg(standIn, 1);
    leave = new AbortController();
  });
  afterEach(async () => {
    leave.abort();
    await expect.poll(() => ffmpeg.processes, poll).toBe(0);
    rmSync(folder, { recursive: true });
  });

  async function start(what: string) {
    const file = join(folder, 'facts.json');
    const target = `/${what}/${Buffer.from(file).toString('base64url')}`;
    const { body, ended } = ffmpeg.repackage(dialTo(target), leave.signal);
    const [first] = (await once(body, 'data')) as [Buffer];
    const facts = JSON.parse(readFileSync(file, 'utf8')) as Facts;
    return { first, ended, facts };
  }

  it('gives FLV, and shows the account in no argument and no variable', async () => {
    const { first, facts } = await start('live');
    expect(first.subarray(0, 3).toString()).toBe('FLV');
    expect(facts.list).toContain(encodeURIComponent(account.password));
    const seen = JSON.stringify([facts.arguments, facts.environment]);
    for (const secret of [account.password, encodeURIComponent(account.password), 'brien']) {
      expect(seen).not.toContain(secret);
    }
    expect(Object.keys(facts.environment)).toEqual(['PATH']);
  });

  it('ends when nobody wants it any more', async () => {
    const { facts, ended } = await start('live');
    leave.abort();
    await ended;
    expect(isRunning(facts.pid)).toBe(false);
    expect(ffmpeg.processes).toBe(0);
  });

  it('is killed where it does not end by itself', async () => {
    const { facts, ended } = await start('stubborn');
    leave.abort();
    await ended;
    expect(isRunning(facts.pid)).toBe(false);
  });

  it('is refused beyond the number that this machine carries', async () => {
    await start('live');
    expect(() => ffmpeg.repackage(dialTo('/live'), leave.signal)).toThrow(
      expect.objectContaining({ kind: 'busy', reason: 'too-many-connections' }),
    );
  });

  it.each([
    ['refused', 'login-refused'],
    ['missing', 'not-found'],
    ['h265', 'not-supported'],
  ])('that is %s says %s, and repeats nothing that was printed', async (what, reason) => {
    const { body, ended } = ffmpeg.repackage(dialTo(`/${what}`), leave.signal);
    body.resume();
    const fault = await ended;
    expect(fault.reason).toBe(reason);
    expect(JSON.stringify([fault, fault.message, fault.stack])).not.toContain('brien');
  });
});

describe('looking for ffmpeg', () => {
  it('finds a program that answers, and none where there is none', async () => {
    expect(await findFfmpeg(standIn)).toBeInstanceOf(Ffmpeg);
    expect(await findFfmpeg('/no/such/program')).toBeNull();
  });
});
