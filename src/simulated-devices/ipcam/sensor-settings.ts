import type { Sensor } from '../scenery/picture.ts';
import type { Variables } from './variables.ts';

export const sizes: Readonly<Record<number, readonly [number, number]>> = {
  8: [320, 240],
  32: [640, 480],
};

/** What `camera_control.cgi` sets and `get_camera_params.cgi` reads. */
export class SensorSettings {
  #resolution = 32;
  #brightness = 128;
  #contrast = 4;
  #mode = 1;
  #flip = 0;

  get resolution(): number {
    return this.#resolution;
  }

  get sensor(): Sensor {
    return {
      brightness: this.#brightness,
      contrast: this.#contrast,
      flipped: (this.#flip & 1) === 1,
      mirrored: (this.#flip & 2) === 2,
    };
  }

  get variables(): Variables {
    return {
      resolution: this.#resolution,
      brightness: this.#brightness,
      contrast: this.#contrast,
      mode: this.#mode,
      flip: this.#flip,
    };
  }

  /** False for a parameter or value outside the document's table. */
  set(parameter: number, value: number): boolean {
    if (!Number.isInteger(value) || value < 0) return false;
    switch (parameter) {
      case 0:
        if (sizes[value] === undefined) return false;
        this.#resolution = value;
        return true;
      case 1:
        if (value > 255) return false;
        this.#brightness = value;
        return true;
      case 2:
        if (value > 6) return false;
        this.#contrast = value;
        return true;
      case 3:
        if (value > 2) return false;
        this.#mode = value;
        return true;
      case 5:
        if (value > 3) return false;
        this.#flip = value;
        return true;
      default:
        return false;
    }
  }
}
