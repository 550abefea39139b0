import type { SKRSContext2D } from '@napi-rs/canvas';
import { add, css, mix, multiply, type Rgb, rgb } from './colour.ts';
import {
  type BoxColours,
  boxSolid,
  centre,
  dot,
  type Face,
  outwardNormal,
  place,
  type Solid,
  subtract,
  unit,
  type Vec,
} from './geometry.ts';

export interface Atmosphere {
  /** Points from the ground towards the light. */
  readonly sun: Vec;
  readonly ambient: Rgb;
  readonly sunlight: Rgb;
  readonly haze?: { readonly colour: Rgb; readonly fromMetres: number; readonly toMetres: number };
}

export interface Lens {
  readonly position: Vec;
  /** Radians; positive looks to the right. */
  readonly yaw: number;
  /** Radians; positive looks down. */
  readonly pitch: number;
  /** In picture heights. */
  readonly focal: number;
}

/** How far what is infinitely far away has gone in the picture of a camera that is turned. */
export interface Drift {
  /** Logical pixels of the picture at rest. */
  readonly x: number;
  readonly y: number;
  readonly magnification: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  /** Pixels per metre at this depth. */
  readonly scale: number;
}

export interface StageOptions {
  readonly brush: SKRSContext2D;
  readonly width: number;
  readonly height: number;
  readonly lens: Lens;
  readonly air: Atmosphere;
  /** Absent or null at rest. */
  readonly drift?: Drift | null;
}

const nearMetres = 0.3;

/** Draws flat-shaded solids, in metres, onto a picture measured in logical pixels. */
export class Stage {
  readonly brush: SKRSContext2D;
  readonly width: number;
  readonly height: number;
  /** Null at rest. */
  readonly drift: Drift | null;
  readonly #lens: Lens;
  readonly #air: Atmosphere;
  readonly #sun: Vec;

  constructor({ brush, width, height, lens, air, drift = null }: StageOptions) {
    this.brush = brush;
    this.width = width;
    this.height = height;
    this.drift = drift;
    this.#lens = lens;
    this.#air = air;
    this.#sun = unit(air.sun);
  }

  #toCamera(point: Vec): Vec {
    const { position, yaw, pitch } = this.#lens;
    const d = subtract(point, position);
    const x = d[0] * Math.cos(yaw) - d[2] * Math.sin(yaw);
    const z = d[0] * Math.sin(yaw) + d[2] * Math.cos(yaw);
    const y = d[1] * Math.cos(pitch) + z * Math.sin(pitch);
    return [x, y, z * Math.cos(pitch) - d[1] * Math.sin(pitch)];
  }

  #toPicture(seen: Vec): Spot {
    const scale = (this.#lens.focal * this.height) / Math.max(nearMetres, seen[2]);
    return { x: this.width / 2 + seen[0] * scale, y: this.height / 2 - seen[1] * scale, scale };
  }

  /** Where a point appears; points behind the lens land at its near plane. */
  project(point: Vec): Spot {
    return this.#toPicture(this.#toCamera(point));
  }

  shade(colour: string, normal: Vec, at: Vec, glows = false): Rgb {
    const base = rgb(colour);
    const facing = Math.max(0, dot(normal, this.#sun));
    const lit = glows ? base : multiply(base, add(this.#air.ambient, this.#air.sunlight, facing));
    const haze = this.#air.haze;
    if (haze === undefined) return lit;
    const away = this.#toCamera(at)[2];
    const share = (away - haze.fromMetres) / (haze.toMetres - haze.fromMetres);
    return mix(lit, haze.colour, Math.min(1, Math.max(0, share)) * (glows ? 0.5 : 1));
  }

  /** Fills a flat polygon, cut at the near plane, with a colour or a gradient as it is. */
  fill(points: readonly Vec[], style: string | CanvasGradient, hairline = 0.8): void {
    const seen = points.map((point) => this.#toCamera(point));
    const brush = this.brush;
    brush.beginPath();
    let any = false;
    seen.forEach((here, index) => {
      const next = seen[(index + 1) % seen.length] ?? here;
      if (here[2] >= nearMetres) any = this.#step(here, any);
      if (here[2] >= nearMetres !== next[2] >= nearMetres) {
        const share = (nearMetres - here[2]) / (next[2] - here[2]);
        const cut: Vec = [
          here[0] + (next[0] - here[0]) * share,
          here[1] + (next[1] - here[1]) * share,
          nearMetres,
        ];
        any = this.#step(cut, any);
      }
    });
    if (!any) return;
    brush.closePath();
    brush.fillStyle = style;
    brush.fill();
    if (hairline <= 0) return;
    brush.lineWidth = hairline;
    brush.lineJoin = 'round';
    brush.strokeStyle = style;
    brush.stroke();
  }

  #step(seen: Vec, started: boolean): boolean {
    const spot = this.#toPicture(seen);
    if (started) this.brush.lineTo(spot.x, spot.y);
    else this.brush.moveTo(spot.x, spot.y);
    return true;
  }

  /** A single polygon, shaded as if it faced `normal`. */
  polygon(points: readonly Vec[], colour: string, normal: Vec = [0, 1, 0], glows = false): void {
    this.fill(points, css(this.shade(colour, normal, centre(points), glows)));
  }

  solid(solid: Solid, at: Vec, yaw = 0): void {
    const turned = solid.map((face) => turn(face, at, yaw));
    const inside = centre(turned.flatMap((face) => [...face.points]));
    const eye = this.#lens.position;
    const visible = turned
      .map((face) => ({
        face,
        normal: outwardNormal(face.points, inside),
        middle: centre(face.points),
      }))
      .filter(({ normal, middle }) => dot(normal, subtract(eye, middle)) > 0)
      .sort((a, b) => this.#toCamera(b.middle)[2] - this.#toCamera(a.middle)[2]);
    for (const { face, normal } of visible) this.#paint(face, normal);
  }

  #paint(face: Face, normal: Vec): void {
    this.polygon(face.points, face.colour, normal, face.glows ?? false);
    for (const decal of face.decals ?? []) this.#paint(decal, normal);
  }

  box(at: Vec, size: Vec, colours: BoxColours, yaw = 0): void {
    this.solid(boxSolid(size[0], size[1], size[2], colours), at, yaw);
  }

  /** A round bar between two points. */
  bar(from: Vec, to: Vec, diameter: number, colour: string, glows = false): void {
    const a = this.project(from);
    const b = this.project(to);
    this.brush.strokeStyle = css(this.shade(colour, [-0.5, 0.4, -0.6], from, glows));
    this.brush.lineWidth = Math.max(0.8, (diameter * (a.scale + b.scale)) / 2);
    this.brush.lineCap = 'round';
    this.brush.beginPath();
    this.brush.moveTo(a.x, a.y);
    this.brush.lineTo(b.x, b.y);
    this.brush.stroke();
  }
}

type CanvasGradient = ReturnType<SKRSContext2D['createLinearGradient']>;

function turn(face: Face, at: Vec, yaw: number): Face {
  return {
    ...face,
    points: face.points.map((point) => place(point, at, yaw)),
    decals: (face.decals ?? []).map((decal) => turn(decal, at, yaw)),
  };
}
