import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Ffmpeg, findFfmpeg, repackages } from './ffmpeg.ts';
import { ffmpegFault } from './ffmpeg-fault.ts';
import { repackagingArguments, repackagingList } from './repackaging.ts';

const standIn = fileURLToPath(new URL('./stand-in-ffmpeg.mjs', import.meta.url));
const poll = { timeout: 5000, interval: 20 };

const relayOf = (what: string) => `rtsp://127.0.0.1:554/${what}`;

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

describe('what ffmpeg is told', () => {
  it('is the address in the list, and in no argument', () => {
    const list = repackagingList(relayOf('0a1b'));
    expect(list).toContain("file 'rtsp://127.0.0.1:554/0a1b'");
    expect(repackagingArguments.join(' ')).not.toMatch(/rtsp:\/\//);
    // It throws away what was read first, and with it the key frame that a device begins with.
    expect([list, ...repackagingArguments].join(' ')).not.toContain('nobuffer');
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

  it('names the codec that FLV has no place for', () => {
    const fault = ffmpegFault('[flv @ 0x1] Video codec hevc not compatible with flv');
    expect(fault).toMatchObject({ reason: 'not-supported', detail: 'hevc' });
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
    const address = relayOf(`${what}/${Buffer.from(file).toString('base64url')}`);
    const { body, ended } = ffmpeg.repackage(address, leave.signal);
    const [first] = (await once(body, 'data')) as [Buffer];
    const facts = JSON.parse(readFileSync(file, 'utf8')) as Facts;
    return { first, ended, facts };
  }

  it('gives FLV, and shows the address in no argument and no variable', async () => {
    const { first, facts } = await start('live');
    expect(first.subarray(0, 3).toString()).toBe('FLV');
    expect(facts.list).toContain(relayOf('live'));
    expect(JSON.stringify([facts.arguments, facts.environment])).not.toContain('rtsp://');
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
    expect(() => ffmpeg.repackage(relayOf('live'), leave.signal)).toThrow(
      expect.objectContaining({ kind: 'busy', reason: 'too-many-connections' }),
    );
  });

  it.each([
    ['refused', 'login-refused'],
    ['missing', 'not-found'],
    ['h265', 'not-supported'],
  ])('that is %s says %s, and repeats nothing that was printed', async (what, reason) => {
    const { body, ended } = ffmpeg.repackage(relayOf(what), leave.signal);
    body.resume();
    const fault = await ended;
    expect(fault.reason).toBe(reason);
    expect(JSON.stringify([fault, fault.message, fault.stack])).not.toContain('rtsp://');
  });
});

describe('looking for ffmpeg', () => {
  it('finds a program that answers, and none where there is none', async () => {
    expect(await findFfmpeg(standIn)).toBeInstanceOf(Ffmpeg);
    expect(await findFfmpeg('/no/such/program')).toBeNull();
  });

  it.each([
    ['ffmpeg version 5.1.6-0+deb12u1 Copyright (c)', true],
    ['ffmpeg version n7.1 Copyright (c)', true],
    ['ffmpeg version N-112345-gabcdef Copyright (c)', true],
    ['ffmpeg version 4.4.2-0ubuntu0.22.04.1 Copyright (c)', false],
  ])('%s: repackages %s', (printed, expected) => {
    expect(repackages(printed)).toBe(expected);
  });
});
