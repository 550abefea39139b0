import { describe, expect, it } from 'vitest';
import type { PictureSettingsChange } from '../../domain/camera.ts';
import { recordingLink } from '../recording-link.ts';
import { cameraParameters } from './fixtures/camera-parameters.ts';
import { pictureOperations } from './picture-change.ts';

const ok = { text: 'ok.\n' };
const answers = {
  'camera.read': { text: cameraParameters },
  'camera.brightness': ok,
  'camera.contrast': ok,
  'camera.mode': ok,
  'camera.orientation': ok,
};

async function sent(change: PictureSettingsChange, given = answers) {
  const { link, calls } = recordingLink({ answers: given });
  await pictureOperations.changePictureSettings(link, '1', change);
  return calls;
}

describe('changePictureSettings', () => {
  it.each([
    [{ brightness: 255 }, 'camera.brightness?param=1&value=255'],
    [{ contrast: 0 }, 'camera.contrast?param=2&value=0'],
    [{ mode: '50hz' }, 'camera.mode?param=3&value=0'],
    [{ mode: '60hz' }, 'camera.mode?param=3&value=1'],
    [{ mode: 'outdoor' }, 'camera.mode?param=3&value=2'],
    [{ flipped: false, mirrored: false }, 'camera.orientation?param=5&value=0'],
    [{ flipped: true, mirrored: false }, 'camera.orientation?param=5&value=1'],
    [{ flipped: false, mirrored: true }, 'camera.orientation?param=5&value=2'],
    [{ flipped: true, mirrored: true }, 'camera.orientation?param=5&value=3'],
  ] as const)('%j is one request', async (change, call) => {
    expect(await sent(change)).toEqual([call]);
  });

  it('reads first how the picture is turned where only one of the turns changes', async () => {
    // The camera is mirrored already.
    expect(await sent({ flipped: true })).toEqual([
      'camera.read',
      'camera.orientation?param=5&value=3',
    ]);
    expect((await sent({ mirrored: false })).at(-1)).toBe('camera.orientation?param=5&value=0');
  });

  it('does not turn a picture of which it is not known how it is turned', async () => {
    const given = { ...answers, 'camera.read': { text: 'var resolution=32;\n' } };
    await expect(sent({ flipped: true }, given)).rejects.toMatchObject({ detail: 'flip' });
  });

  it('changes several, one after another, and nothing where there is nothing', async () => {
    expect(await sent({ brightness: 1, contrast: 2, mode: '50hz' })).toEqual([
      'camera.brightness?param=1&value=1',
      'camera.contrast?param=2&value=2',
      'camera.mode?param=3&value=0',
    ]);
    expect(await sent({})).toEqual([]);
  });

  it.each([
    { brightness: 256 },
    { brightness: -1 },
    { brightness: 1.5 },
    { contrast: 7 },
    { contrast: 3, brightness: 999 },
  ])('sends nothing of %j', async (change) => {
    const { link, calls } = recordingLink({ answers });
    const changing = pictureOperations.changePictureSettings(link, '1', change);
    await expect(changing).rejects.toMatchObject({ reason: 'illegal-parameter' });
    expect(calls).toEqual([]);
  });
});
