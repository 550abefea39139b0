import { expect, it } from 'vitest';
import { checkFile } from './check-file.ts';
import { fakePack } from './fake-pack.ts';

const nothing = () => undefined;
const fileOf = (bytes: BlobPart, name = 'pack.zip') => new File([bytes], name);

/** The same places at each run. */
function* places(bytes: number, most: number) {
  let state = 1;
  for (let made = 0; made < most; made += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield [state % bytes, 1 << (state >>> 29)] as const;
  }
}

it('finds a pack whole, and looks at every byte of its files', async () => {
  const { bytes, publicKey } = await fakePack();
  const told: number[] = [];
  const verdict = await checkFile(fileOf(bytes), (looked) => told.push(looked));
  expect(verdict).toMatchObject({ faults: [], files: 2, manifest: { publicKey } });
  expect(told.at(-1)).toBeGreaterThan(3000);
  expect(told.at(-1)).toBeLessThan(bytes.length);
});

it('finds every one of a thousand flipped bytes', async () => {
  const { bytes } = await fakePack();
  const missed: number[] = [];
  let flips = 0;
  for (const [at, bit] of places(bytes.length, 1000)) {
    const flipped = bytes.slice();
    flipped[at] = (flipped[at] ?? 0) ^ bit;
    const { faults } = await checkFile(fileOf(flipped), nothing);
    if (faults.length === 0) missed.push(at);
    flips += 1;
  }
  expect(missed).toEqual([]);
  expect(flips).toBe(1000);
});

it.each([
  ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1)],
  ['with something behind it', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 0])],
  ['with something before it', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([0, ...bytes])],
  ['that is empty', () => new Uint8Array()],
  ['of nothing but zeros', () => new Uint8Array(5000)],
])('takes no archive %s for a whole pack', async (_, change) => {
  const { bytes } = await fakePack();
  const { faults, manifest } = await checkFile(fileOf(change(bytes)), nothing);
  expect(faults).toEqual([{ kind: 'unreadable', name: 'pack.zip' }]);
  expect(manifest).toBeNull();
});

it('says nothing of a pack that it cannot read to its end', async () => {
  const { bytes } = await fakePack();
  const whole = fileOf(bytes);
  const slice = (from?: number, to?: number) => {
    if (from !== undefined && from < 100) throw new DOMException('gone', 'NotReadableError');
    return whole.slice(from, to);
  };
  const broken = { name: 'pack.zip', size: whole.size, slice };
  await expect(checkFile(broken, nothing)).rejects.toThrow('gone');
});
