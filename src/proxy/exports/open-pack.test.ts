import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import {
  type Entry,
  fromBufferPromise,
  fromRandomAccessReaderPromise,
  RandomAccessReader,
} from 'yauzl';
import { writeZip } from '../../evidence/write-zip.ts';
import { readDirectory } from '../../evidence/zip-directory.ts';
import { directory, localHeaderBytes, planZip } from '../../evidence/zip-layout.ts';

const atMs = Date.UTC(2026, 2, 8, 7, 30, 10);
const gibibyte = 1024 ** 3;
/** It takes its time for each. */
const mostRead = 2000;

/** An end of an archive of which the rest is not there. */
class LateBytes extends RandomAccessReader {
  readonly #from: number;
  readonly #bytes: Uint8Array;
  constructor(from: number, bytes: Uint8Array) {
    super();
    this.#from = from;
    this.#bytes = bytes;
  }
  override _readStreamForRange(start: number, end: number) {
    const lacking = Math.max(0, this.#from - start);
    const there = this.#bytes.subarray(start + lacking - this.#from, end - this.#from);
    return Readable.from([Buffer.concat([Buffer.alloc(lacking), there])]);
  }
  async at(from: number, bytes: number) {
    return this.#bytes.subarray(from - this.#from, from - this.#from + bytes);
  }
}

it('writes an archive that another program reads, of exactly the length that it says', async () => {
  const texts = new Map([
    ['camera-1/a.mp4', 'one'],
    ['camera-1/ü.vtt', ''],
    ['manifest.json', '{}'],
  ]);
  const files = [...texts].map(([name, text]) => ({ name, bytes: Buffer.byteLength(text) }));
  const open = ({ name }: { name: string }) => Readable.from([Buffer.from(texts.get(name) ?? '')]);
  const { length, body } = writeZip(files, open, atMs);
  const whole = await buffer(body);
  expect(whole.length).toBe(length);
  const zip = await fromBufferPromise(whole, { lazyEntries: true });
  const found = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    expect(entry.getLastModDate({ timezone: 'UTC' }).getTime()).toBe(atMs);
    const content = await buffer(await zip.openReadStreamPromise(entry));
    found.set(entry.fileName, content.toString());
  }
  expect(found).toEqual(texts);
});

it('fails where a file is not as long as was said', async () => {
  const open = () => Readable.from([Buffer.alloc(5)]);
  for (const bytes of [4, 6]) {
    await expect(buffer(writeZip([{ name: 'a', bytes }], open, atMs).body)).rejects.toThrow();
  }
});

it.each([
  [
    'many small files',
    Array.from({ length: 1500 }, (_, at) => [`camera-1/${'x'.repeat(60)}-${at}`, 10]),
  ],
  ['more files than two bytes count', Array.from({ length: 66_000 }, (_, at) => [`${at}`, 1])],
  [
    'a file of more than four bytes count',
    [
      ['a', 5 * gibibyte],
      ['b', 7],
    ],
  ],
  ['files that end beyond that', Array.from({ length: 3 }, (_, at) => [`${at}`, 2 * gibibyte])],
] as [string, [string, number][]][])('lays out %s as another program expects', async (_, given) => {
  const plan = planZip(given.map(([name, bytes]) => ({ name, bytes })));
  const late = directory(plan, [], atMs);
  expect(plan.directoryAt + late.length).toBe(plan.length);
  const reader = new LateBytes(plan.directoryAt, late);
  const zip = await fromRandomAccessReaderPromise(reader, plan.length, { lazyEntries: true });
  const theirs: Entry[] = [];
  for await (const entry of zip.eachEntry()) if (theirs.push(entry) === mostRead) break;
  expect(zip.entryCount).toBe(given.length);
  const places = plan.files.map(({ name, bytes, at }) => [name, bytes, at]);
  const read = theirs.map((one) => [
    one.fileName,
    one.uncompressedSize,
    one.relativeOffsetOfLocalHeader,
  ]);
  expect(read).toEqual(places.slice(0, mostRead));
  const source = { size: plan.length, read: (at: number, bytes: number) => reader.at(at, bytes) };
  const ours = (await readDirectory(source))?.map(({ name, bytes, contentAt }) => [
    name,
    bytes,
    contentAt - localHeaderBytes - name.length,
  ]);
  expect(ours?.slice(0, mostRead)).toEqual(places.slice(0, mostRead));
  expect(ours?.at(-1)).toEqual(places.at(-1));
});
