import { describe, expect, it } from 'vitest';
import type { Stream } from '../domain/stream.ts';
import { chooseQuality } from './choose-quality.ts';

const main: Stream = { id: 'm', kind: 'mjpeg', quality: 'main', width: 1920 };
const sub: Stream = { id: 's', kind: 'mjpeg', quality: 'sub', width: 640 };

describe('chooseQuality', () => {
  it('follows the tile', () => {
    expect(chooseQuality([main, sub], 'auto', 320, undefined)).toEqual({
      quality: 'sub',
      why: 'small-tile',
    });
    expect(chooseQuality([main, sub], 'auto', 1200, undefined)).toEqual({
      quality: 'main',
      why: 'large-tile',
    });
  });

  it('does not flap around the border', () => {
    expect(chooseQuality([main, sub], 'auto', 800, 'sub').quality).toBe('sub');
    expect(chooseQuality([main, sub], 'auto', 800, 'main').quality).toBe('main');
    expect(chooseQuality([main, sub], 'auto', 700, 'main').quality).toBe('sub');
  });

  it('takes what there is', () => {
    expect(chooseQuality([main], 'auto', 100, undefined)).toEqual({
      quality: 'main',
      why: 'preferred',
    });
  });

  it('supposes a usual width where the device is silent', () => {
    const silent: Stream = { id: 's', kind: 'flv', quality: 'sub' };
    expect(chooseQuality([main, silent], 'auto', 500, undefined).quality).toBe('sub');
    expect(chooseQuality([main, silent], 'auto', 1000, undefined).quality).toBe('main');
  });

  it('lets the person decide', () => {
    expect(chooseQuality([main, sub], 'main', 100, undefined)).toEqual({
      quality: 'main',
      why: 'forced',
    });
  });
});
