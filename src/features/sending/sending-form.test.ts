import { describe, expect, it } from 'vitest';
import {
  draftFaults,
  emptyDraft,
  offeredKinds,
  placed,
  type SendingDraft,
  sendingOf,
} from './sending-form.ts';

const places = [
  { deviceId: 'nvr', name: 'NVR', kinds: ['plate', 'call', 'mark'], cameraIds: ['a', 'b'] },
  { deviceId: 'spy', name: 'Spy', kinds: ['motion'], cameraIds: ['c'] },
] as const as never;
const draft = (more: Partial<SendingDraft>) => ({ ...emptyDraft, ...more });

describe('a draft', () => {
  it.each([
    [{ kind: 'plate' }, { deviceId: 'missing', plate: 'missing', zoneCode: 'missing' }],
    [{ kind: 'plate', deviceId: 'nvr', plate: ' ', zoneCode: 'Z' }, { plate: 'missing' }],
    [{ kind: 'call', deviceId: 'nvr', caller: '7' }, { deviceName: 'missing' }],
    [{ kind: 'mark', cameraId: 'a' }, {}],
    [{ kind: 'mark', cameraId: 'a', beforeSeconds: '3601' }, { beforeSeconds: 'seconds' }],
    [{ kind: 'mark', cameraId: 'a', afterSeconds: '1.5' }, { afterSeconds: 'seconds' }],
    [{ kind: 'mark', cameraId: 'a', keeps: false, afterSeconds: '' }, {}],
    [{ kind: 'motion', beforeSeconds: 'x' }, { cameraId: 'missing' }],
  ] as [Partial<SendingDraft>, object][])('with %j wants %j', (more, faults) => {
    expect(draftFaults(draft(more))).toEqual(faults);
  });

  it('becomes what is sent', () => {
    expect(
      sendingOf(draft({ kind: 'plate', deviceId: 'nvr', plate: ' A 1 ', zoneCode: 'Z ' })),
    ).toEqual({
      ...{ kind: 'plate', deviceId: 'nvr', plate: 'A 1', zoneCode: 'Z' },
    });
    expect(sendingOf(draft({ cameraId: 'a', title: 'Fire', afterSeconds: '3600' }))).toEqual({
      ...{ kind: 'mark', cameraId: 'a', title: 'Fire', comment: '', presetId: null },
      backup: { beforeSeconds: 10, afterSeconds: 3600 },
    });
    expect(sendingOf(draft({ cameraId: 'a', keeps: false, presetId: 'p' }))).toMatchObject({
      ...{ presetId: 'p', backup: null },
    });
  });
});

describe('places', () => {
  it('offer what at least one device takes', () => {
    expect(offeredKinds(places)).toEqual(['mark', 'call', 'plate', 'motion']);
    expect(offeredKinds([])).toEqual([]);
  });

  it('give a draft the only device there is, and no camera that nobody chose', () => {
    expect(placed(draft({ kind: 'plate' }), places)).toMatchObject({ deviceId: 'nvr' });
    expect(placed(draft({ kind: 'mark' }), places)).toMatchObject({ cameraId: '' });
    expect(placed(draft({ kind: 'motion', cameraId: 'a', presetId: 'p' }), places)).toMatchObject({
      ...{ cameraId: '', presetId: '' },
    });
    expect(placed(draft({ kind: 'mark', cameraId: 'b', presetId: 'p' }), places)).toMatchObject({
      ...{ cameraId: 'b', presetId: 'p' },
    });
  });

  it('give it another kind where nobody takes its own', () => {
    const spy = (places as { deviceId: string }[]).slice(1) as never;
    expect(placed(draft({ kind: 'plate' }), spy)).toMatchObject({ kind: 'motion' });
  });
});
