import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeEach, expect, it, vi } from 'vitest';
import type { OpenStream } from '../link/device-target.ts';
import { type FileOrder, keepFile } from './keep-file.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'watchfloor-keep-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const content = Buffer.from(Uint8Array.from({ length: 300_000 }, (_, at) => (at * 13) & 0xff));
const md5 = createHash('md5').update(content).digest('hex');
const sha256 = createHash('sha256').update(content).digest('hex');
let count = 0;
let target = '';
let counted = 0;
beforeEach(() => {
  count += 1;
  counted = 0;
  target = path.join(scratch, `file-${count}.mp4`);
});

interface Line {
  readonly bytes?: Buffer;
  /** Breaks after so many. */
  readonly breaksAfter?: number;
  readonly length?: number | null;
  readonly ignoresRange?: boolean;
}

/** What a device answers at each try. */
function order(lines: readonly Line[], more: Partial<FileOrder> = {}): FileOrder {
  const left = [...lines];
  return {
    path: target,
    openFrom: async (first) => answer(left.shift() ?? {}, first),
    begunBytes: null,
    onSize: async () => undefined,
    checkRoom: async () => undefined,
    onBytes: (bytes) => {
      counted += bytes;
    },
    signal: new AbortController().signal,
    pauseMs: 1,
    ...more,
  };
}

function answer(line: Line, asked: number): OpenStream {
  const { bytes = content, breaksAfter, ignoresRange = false } = line;
  const first = ignoresRange ? 0 : asked;
  const rest = bytes.subarray(first);
  async function* body() {
    for (let at = 0; at < rest.length; at += 10_000) {
      if (breaksAfter !== undefined && at >= breaksAfter) {
        throw Object.assign(new Error('reset'), { code: 'ECONNRESET' });
      }
      yield rest.subarray(at, at + 10_000);
    }
  }
  return {
    status: first === 0 ? 200 : 206,
    contentType: 'video/mp4',
    contentTypeLine: 'video/mp4',
    body: Readable.from(body()),
    location: '',
    length: line.length === undefined ? rest.length : line.length,
    contentRange: first === 0 ? '' : `bytes ${first}-${bytes.length - 1}/${bytes.length}`,
  };
}

const isWhole = () => existsSync(target) && readFileSync(target).equals(content);

it('gives a file its name when length and sum are right', async () => {
  await expect(keepFile(order([{}], { md5 }))).resolves.toEqual({ bytes: 300_000, sha256 });
  expect(isWhole()).toBe(true);
  expect(counted).toBe(300_000);
  expect(existsSync(`${target}.part`)).toBe(false);
});

it.each([
  ['goes on where the device can', [{ breaksAfter: 100_000 }, {}]],
  ['begins anew where it cannot', [{ breaksAfter: 100_000 }, { ignoresRange: true }]],
  ['takes a length that is not told by the sum', [{ length: null }]],
  ['tries once more what was damaged', [{ bytes: Buffer.alloc(300_000) }, {}]],
])('%s', async (_, lines) => {
  await keepFile(order(lines, { md5 }));
  expect(isWhole()).toBe(true);
  expect(counted).toBe(300_000);
});

const broken = { breaksAfter: 50_000 };
it.each([
  ['a line that stays broken', [broken, broken, broken], { md5 }, 'connection-lost'],
  [
    'a file that ends too soon',
    Array(3).fill({ length: 400_000, ignoresRange: true }),
    {},
    'connection-lost',
  ],
  ['more than was told', Array(3).fill({ length: 1000 }), {}, 'file-damaged'],
  ['another sum', [{}, {}, {}], { md5: '0'.repeat(32) }, 'file-damaged'],
  [
    'neither length nor sum',
    Array(3).fill({ length: null, ignoresRange: true }),
    {},
    'file-damaged',
  ],
])('gives no name to %s', async (_, lines, more, reason) => {
  await expect(keepFile(order(lines as Line[], more))).rejects.toMatchObject({ reason });
  expect(existsSync(target)).toBe(false);
  expect(existsSync(`${target}.part`)).toBe(false);
});

it('says that the disk is full, before and while it writes', async () => {
  const full = { fault: 'disk-full' };
  const checkRoom = () => Promise.reject(Object.assign(new Error('full'), full));
  await expect(keepFile(order([{}], { checkRoom }))).rejects.toMatchObject(full);
  // Every write to this device fails as it does on a disk without room.
  symlinkSync('/dev/full', `${target}-2.part`);
  await expect(keepFile(order([{}], { path: `${target}-2` }))).rejects.toMatchObject(full);
  expect(existsSync(`${target}-2`)).toBe(false);
});

it('does not join two files of different lengths', async () => {
  const shorter = { bytes: content.subarray(1) };
  await keepFile(order([broken, shorter, {}]));
  expect(isWhole()).toBe(true);
});

const mebibyte = 1024 ** 2;
const long = Buffer.from(Uint8Array.from({ length: 12 * mebibyte }, (_, at) => (at * 31) >>> 5));

/** Leaves the part of a run that was stopped after so many bytes. */
async function stopAfter(bytes: number): Promise<void> {
  const ending = new AbortController();
  const onBytes = () => {
    if (statSync(`${target}.part`).size >= bytes) ending.abort();
  };
  const line = { bytes: long, breaksAfter: bytes };
  const stopped = keepFile(order([line], { onBytes, signal: ending.signal }));
  await expect(stopped).rejects.toThrow();
  expect(existsSync(target)).toBe(false);
}

it('goes on within a file where an earlier run was stopped, from where it is surely right', async () => {
  const sizes: number[] = [];
  const first: number[] = [];
  await stopAfter(9_500_000);
  const again = order([{ bytes: long }], {
    begunBytes: long.length,
    onSize: async (bytes) => void sizes.push(bytes),
  });
  const openFrom: FileOrder['openFrom'] = (from) => {
    first.push(from);
    return again.openFrom(from);
  };
  await keepFile({ ...again, openFrom });
  expect(first).toEqual([4 * mebibyte]);
  expect(sizes).toEqual([]);
  expect(counted).toBe(long.length);
  expect(readFileSync(target).equals(long)).toBe(true);
});

it.each([
  ['has another length by now', 12 * mebibyte - 1, [{ bytes: long }, { bytes: long }], undefined],
  ['is damaged on the disk', 12 * mebibyte, [{ bytes: long }, { bytes: long }], 'flip'],
  ['is gone', 12 * mebibyte, [{ bytes: long }], 'gone'],
] as const)('begins a file anew whose part %s', async (_, begunBytes, lines, damage) => {
  await stopAfter(9_500_000);
  if (damage === 'flip') writeFileSync(`${target}.part`, Buffer.alloc(9_500_000));
  if (damage === 'gone') rmSync(`${target}.part`);
  const sum = createHash('md5').update(long).digest('hex');
  await keepFile(order(lines, { begunBytes, md5: sum }));
  expect(counted).toBe(long.length);
  expect(readFileSync(target).equals(long)).toBe(true);
});

it('leaves a line that gives next to nothing', async () => {
  let nowMs = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    nowMs += 3 * 60_000;
    return nowMs;
  });
  const drips = Array(3).fill({ ignoresRange: true });
  await expect(keepFile(order(drips))).rejects.toMatchObject({ reason: 'file-stalled' });
  clock.mockRestore();
  expect(existsSync(`${target}.part`)).toBe(false);
});
