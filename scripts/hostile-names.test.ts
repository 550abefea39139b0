import { describe, expect, it } from 'vitest';
import type { DeviceCamera } from '../src/domain/camera.ts';
import { DeviceError } from '../src/domain/device-error.ts';
import type { DeviceIdentity } from '../src/domain/device-identity.ts';
import { catalogue } from '../src/protocols/catalogue.ts';
import { fixturesById } from '../src/protocols/contract-fixtures.ts';
import { type FakeAnswer, type FakeDevice, fakeLink } from '../src/protocols/fake-link.ts';
import type { Protocol } from '../src/protocols/protocol.ts';
import { AddressPolicy } from '../src/proxy/link/address-policy.ts';
import { ActiveDevice } from '../src/proxy/registry/active-device.ts';
import { applyReport } from '../src/proxy/registry/apply-report.ts';
import { findingsOf } from '../src/proxy/registry/probe/findings.ts';
import { Sealer } from '../src/proxy/registry/sealer.ts';
import { cameraView, deviceView } from '../src/proxy/registry/views-of-device.ts';

/** Characters that XML, JSON and the text of the cameras all let through. */
const marks = '\u202E\u2066\u200F\u0085\u200B\u2028';
const evil = (word: string) =>
  `${word.slice(0, 1)}${marks}${word.slice(1)}${marks}${'x'.repeat(400)}`;
const unsafe = /[\p{Cc}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/u;

interface Told {
  readonly identity: DeviceIdentity | undefined;
  readonly cameras: readonly DeviceCamera[];
}

async function ask({ operations }: Protocol, device: FakeDevice): Promise<Told> {
  const identity = await operations.identify?.(fakeLink(device));
  const cameras = (await operations.listCameras?.(fakeLink(device))) ?? [];
  return { identity, cameras };
}

function words({ identity, cameras }: Told): string[] {
  const { product, firmware, siteName, serial, account } = identity ?? {};
  return [product, firmware, siteName, serial, account?.name, ...(account?.rights ?? [])]
    .concat(cameras.map(({ name }) => name))
    .flatMap((word) => (word !== undefined && /^\D.{2,}$/u.test(word) ? [word] : []))
    .toSorted((one, other) => other.length - one.length);
}

/** The same device, whose names are out to deceive. */
function corrupted(device: FakeDevice, names: readonly string[]): FakeDevice {
  const spoil = (answer: FakeAnswer): FakeAnswer => {
    let text = answer.text ?? '';
    for (const [index, name] of names.entries())
      text = text.replaceAll(name, `\uE000${index}\uE001`);
    for (const [index, name] of names.entries())
      text = text.replaceAll(`\uE000${index}\uE001`, evil(name));
    return { ...answer, text };
  };
  const answers = Object.entries(device.answers ?? {}).map(([id, answer]) => [
    id,
    typeof answer === 'function'
      ? (query: Parameters<typeof answer>[0]) => spoil(answer(query))
      : spoil(answer),
  ]);
  return { ...device, answers: Object.fromEntries(answers) as Required<FakeDevice>['answers'] };
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
}

/** What the browser is told of it, before it is saved and after. */
function shown(protocol: Protocol, told: Told): string[] {
  const row = {
    ...{ id: 'd', name: 'Device', protocolId: protocol.id, username: '' },
    ...{ origin: 'http://192.168.1.2', entryTarget: '/' },
  };
  const device = new ActiveDevice(
    { row, sealedPassword: undefined, cameras: [], protocol },
    {
      sealer: new Sealer(new Uint8Array(32)),
      connect: () => {
        throw new DeviceError('unreachable', 'stopped');
      },
      addresses: new AddressPolicy({ allowLoopback: false }),
      nowMs: 0,
    },
  );
  let number = 0;
  const next = () => {
    number += 1;
    return number;
  };
  const { status, cameras } = applyReport(
    device,
    { kind: 'answered', ...told },
    {
      ...{ deviceId: 'd', deviceName: 'Device', nowMs: 0 },
      newCameraId: () => `c${next()}`,
      newNumber: next,
    },
  );
  Object.assign(device, { status, cameras });
  return strings([
    deviceView(device),
    cameras.map((camera) => cameraView(device, camera)),
    findingsOf(device, { protocols: catalogue, repackages: true }),
  ]);
}

describe.each(catalogue.map((protocol) => [protocol.id, protocol] as const))(
  'trust: the names of %s',
  (id, protocol) => {
    it('reach the browser short, and without what turns or hides a word', async () => {
      const device = fixturesById[id]?.device ?? {};
      const honest = words(await ask(protocol, device));
      const told = await ask(protocol, corrupted(device, honest));
      // A bare stream says nothing of itself.
      const deceives = strings(told).some((text) => unsafe.test(text));
      expect(deceives).toBe(id !== 'plain-stream');
      const wrong = shown(protocol, told).filter(
        (text) => unsafe.test(text) || [...text].length > 128,
      );
      expect(wrong).toEqual([]);
    });
  },
);
