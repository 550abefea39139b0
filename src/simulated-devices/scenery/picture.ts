import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { turnedLens, type View } from '../motors/view.ts';
import { writeWatermark } from '../watermark.ts';
import { letter, letteringWidth } from './lettering.ts';
import type { SiteCamera } from './scene.ts';
import { type Lens, Stage, type StageOptions } from './stage.ts';

export interface Sensor {
  /** 0..255, 128 as it is. */
  readonly brightness: number;
  /** 0..6, 4 as it is. */
  readonly contrast: number;
  readonly flipped: boolean;
  readonly mirrored: boolean;
}

export interface Captions {
  readonly channel: string;
  readonly title: string;
  readonly clock: string;
}

/** Scenes are laid out for a picture this high, whatever its size. */
const logicalHeight = 720;
export const plainSensor: Sensor = {
  brightness: 128,
  contrast: 4,
  flipped: false,
  mirrored: false,
};

const atRest: View = { pan: 0, tilt: 0, magnification: 1 };

/**
 * Draws one camera at one size; keeps the still layers so that a picture costs little, and paints
 * them anew when the camera has turned.
 */
export class PictureMaker {
  readonly width: number;
  readonly height: number;
  readonly #camera: SiteCamera;
  readonly #canvas: Canvas;
  readonly #brush: SKRSContext2D;
  readonly #backdrop: Canvas;
  readonly #foreground: Canvas | undefined;
  #view: View = atRest;

  constructor(camera: SiteCamera, width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#camera = camera;
    this.#canvas = createCanvas(width, height);
    this.#brush = this.#canvas.getContext('2d');
    this.#backdrop = createCanvas(width, height);
    this.#foreground =
      camera.scene.foreground === undefined ? undefined : createCanvas(width, height);
    this.#paintLayers();
  }

  #paintLayers(): void {
    const { scene } = this.#camera;
    this.#paint(this.#backdrop, (stage) => scene.backdrop(stage));
    if (this.#foreground !== undefined)
      this.#paint(this.#foreground, (stage) => scene.foreground?.(stage));
  }

  #paint(layer: Canvas, paint: (stage: Stage) => void): void {
    const brush = layer.getContext('2d');
    brush.clearRect(0, 0, this.width, this.height);
    this.#onStage(brush, paint);
  }

  #onStage(brush: SKRSContext2D, paint: (stage: Stage) => void): void {
    const { lens, air } = this.#camera.scene;
    const scale = this.height / logicalHeight;
    const turned = isAtRest(this.#view) ? { lens } : turnedStage(lens, this.#view);
    brush.save();
    brush.scale(scale, scale);
    paint(new Stage({ brush, width: this.width / scale, height: logicalHeight, air, ...turned }));
    brush.restore();
  }

  #turn(view: View): void {
    if (sameView(view, this.#view)) return;
    this.#view = view;
    this.#paintLayers();
  }

  /** `millisecondOfMinute` moves the scene and is what the watermark says. */
  draw(
    millisecondOfMinute: number,
    captions: Captions,
    sensor: Sensor = plainSensor,
    view: View = atRest,
  ): Canvas {
    this.#turn(view);
    const brush = this.#brush;
    brush.save();
    brush.translate(sensor.mirrored ? this.width : 0, sensor.flipped ? this.height : 0);
    brush.scale(sensor.mirrored ? -1 : 1, sensor.flipped ? -1 : 1);
    brush.drawImage(this.#backdrop, 0, 0);
    this.#onStage(brush, (stage) => this.#camera.scene.motion(stage, millisecondOfMinute / 1000));
    if (this.#foreground !== undefined) brush.drawImage(this.#foreground, 0, 0);
    brush.restore();
    this.#expose(sensor);
    this.#caption(captions);
    writeWatermark(brush, this.width, { camera: this.#camera.number, millisecondOfMinute });
    return this.#canvas;
  }

  #expose(sensor: Sensor): void {
    const cover = (
      operation: 'lighter' | 'multiply' | 'source-over',
      level: number,
      alpha: number,
    ): void => {
      this.#brush.save();
      this.#brush.globalCompositeOperation = operation;
      this.#brush.fillStyle = `rgba(${level},${level},${level},${alpha})`;
      this.#brush.fillRect(0, 0, this.width, this.height);
      this.#brush.restore();
    };
    const { brightness, contrast } = sensor;
    if (brightness > 128) cover('lighter', brightness - 128, 1);
    if (brightness < 128) cover('multiply', 40 + Math.round((brightness / 128) * 215), 1);
    if (contrast < 4) cover('source-over', 128, (4 - contrast) * 0.17);
    if (contrast > 4) cover('multiply', 255 - (contrast - 4) * 35, 1);
  }

  #caption({ channel, title, clock }: Captions): void {
    const capitalHeight = this.height * 0.032;
    const margin = this.height * 0.035;
    const look = { capitalHeight, colour: '#ffffff', outline: 'rgba(0,0,0,0.6)' };
    const top = this.height * 0.055;
    letter(this.#brush, channel, margin, top, { ...look, colour: '#ffd766' });
    const after = margin + letteringWidth(`${channel} `, capitalHeight) + capitalHeight * 0.3;
    letter(this.#brush, title, after, top, look);
    const wide = letteringWidth(clock.replaceAll(/\d/g, '0'), capitalHeight);
    letter(this.#brush, clock, this.width - margin - wide, top, look);
  }
}

function turnedStage(lens: Lens, view: View): Pick<StageOptions, 'lens' | 'drift'> {
  const pixelsPerDegree = (lens.focal * logicalHeight * Math.PI) / 180;
  return {
    lens: turnedLens(lens, view),
    drift: {
      x: -view.pan * pixelsPerDegree,
      y: view.tilt * pixelsPerDegree,
      magnification: view.magnification,
    },
  };
}

function sameView(one: View, other: View): boolean {
  return (
    one.pan === other.pan && one.tilt === other.tilt && one.magnification === other.magnification
  );
}

function isAtRest(view: View): boolean {
  return sameView(view, atRest);
}
