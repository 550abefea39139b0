/** Metres: x to the right, y up, z away from the origin. */
export type Vec = readonly [number, number, number];

export function subtract(a: Vec, b: Vec): Vec {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

export function dot(a: Vec, b: Vec): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function unit(v: Vec): Vec {
  const length = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}

export function centre(points: readonly Vec[]): Vec {
  let x = 0;
  let y = 0;
  let z = 0;
  for (const point of points) {
    x += point[0];
    y += point[1];
    z += point[2];
  }
  return [x / points.length, y / points.length, z / points.length];
}

/** The normal of a flat polygon, turned to point away from `inside`. */
export function outwardNormal(points: readonly Vec[], inside: Vec): Vec {
  const [a, b, c] = points;
  if (a === undefined || b === undefined || c === undefined) return [0, 1, 0];
  const u = subtract(b, a);
  const v = subtract(c, a);
  const normal = unit([
    u[1] * v[2] - u[2] * v[1],
    u[2] * v[0] - u[0] * v[2],
    u[0] * v[1] - u[1] * v[0],
  ]);
  return dot(normal, subtract(a, inside)) < 0 ? [-normal[0], -normal[1], -normal[2]] : normal;
}

/** Turns about the vertical axis by `yaw` radians, then moves to `at`. */
export function place(point: Vec, at: Vec, yaw: number): Vec {
  const sin = Math.sin(yaw);
  const cos = Math.cos(yaw);
  return [
    at[0] + point[0] * cos + point[2] * sin,
    at[1] + point[1],
    at[2] - point[0] * sin + point[2] * cos,
  ];
}

/** A flat polygon with things painted on it; `glows` ignores the light of the scene. */
export interface Face {
  readonly points: readonly Vec[];
  readonly colour: string;
  readonly glows?: boolean;
  readonly decals?: readonly Face[];
}

/** A convex body: its faces need no winding order, only to enclose their common centre. */
export type Solid = readonly Face[];

export interface BoxColours {
  readonly colour: string;
  readonly top?: string;
  readonly front?: string;
  readonly frontDecals?: readonly Face[];
  readonly sideDecals?: readonly Face[];
}

/** A box standing on y = 0 with its centre on the origin. */
export function boxSolid(width: number, height: number, depth: number, c: BoxColours): Solid {
  const x = width / 2;
  const z = depth / 2;
  const h = height;
  return [
    {
      points: [
        [-x, h, -z],
        [x, h, -z],
        [x, h, z],
        [-x, h, z],
      ],
      colour: c.top ?? c.colour,
    },
    {
      points: [
        [-x, 0, -z],
        [x, 0, -z],
        [x, h, -z],
        [-x, h, -z],
      ],
      colour: c.front ?? c.colour,
      decals: c.frontDecals ?? [],
    },
    {
      points: [
        [-x, 0, z],
        [x, 0, z],
        [x, h, z],
        [-x, h, z],
      ],
      colour: c.colour,
    },
    {
      points: [
        [-x, 0, -z],
        [-x, 0, z],
        [-x, h, z],
        [-x, h, -z],
      ],
      colour: c.colour,
      decals: c.sideDecals ?? [],
    },
    {
      points: [
        [x, 0, -z],
        [x, 0, z],
        [x, h, z],
        [x, h, -z],
      ],
      colour: c.colour,
    },
  ];
}
