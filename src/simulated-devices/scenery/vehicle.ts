import { rgb } from './colour.ts';
import { extrude, type Profile, wheel } from './extrude.ts';
import type { Face, Solid, Vec } from './geometry.ts';
import { place } from './geometry.ts';
import { lamp, pool } from './light.ts';
import type { Stage } from './stage.ts';

export interface Car {
  readonly paint: string;
  readonly lightsOn?: boolean;
  readonly braking?: boolean;
  readonly tall?: boolean;
}

const across = (
  x0: number,
  x1: number,
  y0: number,
  y1: number,
  z: number,
  colour: string,
  glows = false,
): Face => ({
  points: [
    [x0, y0, z],
    [x1, y0, z],
    [x1, y1, z],
    [x0, y1, z],
  ],
  colour,
  glows,
});

function carBody(car: Car): Solid {
  const profile: Profile = [
    [-2.12, 0.3],
    [-2.2, 0.7],
    [-2.08, 0.95],
    [1.15, 0.98],
    [2.05, 0.82],
    [2.2, 0.6],
    [2.14, 0.3],
  ];
  const sides = [
    wheel(0.9, -1.35, 0.33),
    wheel(0.9, 1.38, 0.33),
    {
      points: [
        [0.905, 0.7, -2.1],
        [0.905, 0.7, 2.1],
        [0.905, 0.73, 2.1],
        [0.905, 0.73, -2.1],
      ] as Vec[],
      colour: '#101318',
    },
  ];
  const front = car.lightsOn === true ? '#fff6d8' : '#d5dde4';
  const rear = car.braking === true ? '#ff3b30' : car.lightsOn === true ? '#d4231f' : '#8a1d1c';
  return extrude(profile, 1.8, car.paint, sides, (index) => {
    if (index === 5) {
      return [
        across(-0.85, -0.5, 0.5, 0.6, 2.2, front, car.lightsOn === true),
        across(0.5, 0.85, 0.5, 0.6, 2.2, front, car.lightsOn === true),
        across(-0.4, 0.4, 0.38, 0.56, 2.19, '#16181d'),
      ];
    }
    if (index === 1) {
      return [
        across(-0.86, -0.5, 0.72, 0.86, -2.15, rear, car.lightsOn === true),
        across(0.5, 0.86, 0.72, 0.86, -2.15, rear, car.lightsOn === true),
      ];
    }
    if (index === 0) return [across(-0.28, 0.28, 0.45, 0.58, -2.17, '#e9ecee')];
    return [];
  });
}

function carCabin(car: Car): Solid {
  const roof = car.tall === true ? 1.72 : 1.44;
  const back = car.tall === true ? -1.95 : -1.25;
  const bottom: Vec[] = [
    [-0.84, 0.95, -2],
    [0.84, 0.95, -2],
    [0.84, 0.96, 1.12],
    [-0.84, 0.96, 1.12],
  ];
  const top: Vec[] = [
    [-0.66, roof, back],
    [0.66, roof, back],
    [0.66, roof, 0.25],
    [-0.66, roof, 0.25],
  ];
  const glass = '#1d2a38';
  const quad = (i: number, j: number, colour: string): Face => {
    const corners = [bottom[i], bottom[j], top[j], top[i]].filter((p) => p !== undefined);
    const mid = corners.reduce((s, p): Vec => [s[0] + p[0] / 4, s[1] + p[1] / 4, s[2] + p[2] / 4], [
      0, 0, 0,
    ] as Vec);
    const inner = corners.map(
      (p): Vec => [
        mid[0] + (p[0] - mid[0]) * 0.88,
        mid[1] + (p[1] - mid[1]) * 0.8,
        mid[2] + (p[2] - mid[2]) * 0.88,
      ],
    );
    return { points: corners, colour, decals: [{ points: inner, colour: glass }] };
  };
  return [
    { points: top, colour: car.paint },
    quad(0, 1, car.paint),
    quad(1, 2, car.paint),
    quad(2, 3, car.paint),
    quad(3, 0, car.paint),
  ];
}

/** A car whose nose points along +z, turned by `yaw`. */
export function drawCar(stage: Stage, car: Car, at: Vec, yaw: number): void {
  for (const z of [-1.2, 0, 1.2])
    pool(stage, place([0, 0, z], at, yaw), 1.6, [0.01, 0.015, 0.03], 0.55);
  stage.solid(carBody(car), at, yaw);
  stage.solid(carCabin(car), at, yaw);
  if (car.lightsOn !== true) return;
  for (const side of [-0.68, 0.68]) {
    lamp(stage, place([side, 0.56, 2.3], at, yaw), 0.55, rgb('#fff0c4'), 0.75);
    lamp(
      stage,
      place([side, 0.8, -2.25], at, yaw),
      0.4,
      rgb('#ff3a2c'),
      car.braking === true ? 0.8 : 0.35,
    );
  }
}

/** The light that head lamps throw on the road ahead. */
export function drawBeams(stage: Stage, at: Vec, yaw: number, strength = 0.3): void {
  stage.brush.save();
  stage.brush.globalCompositeOperation = 'lighter';
  for (const [ahead, radius] of [
    [4, 2],
    [6.5, 3],
    [9.5, 4.2],
  ] as const) {
    pool(stage, place([0, 0.02, ahead], at, yaw), radius, rgb('#ffe9b0'), strength);
  }
  stage.brush.restore();
}

/** A box truck, nose along +z; its doors are at -z. */
export function drawTruck(
  stage: Stage,
  paint: string,
  cargo: string,
  at: Vec,
  yaw: number,
  braking = false,
): void {
  for (const z of [-4, -2, 0, 2, 4])
    pool(stage, place([0, 0, z], at, yaw), 2.4, [0.01, 0.015, 0.03], 0.5);
  const cab = extrude(
    [
      [2.6, 0.5],
      [2.6, 2.7],
      [4.2, 2.7],
      [4.75, 1.6],
      [4.75, 0.5],
    ],
    2.3,
    paint,
    [
      wheel(1.16, 3.7, 0.5),
      {
        points: [
          [1.155, 1.6, 3.1],
          [1.155, 1.6, 4.4],
          [1.155, 2.4, 4.1],
          [1.155, 2.4, 3.1],
        ],
        colour: '#1d2a38',
      },
    ],
    (index) =>
      index === 2
        ? [
            {
              points: [
                [-1, 1.7, 4.72],
                [1, 1.7, 4.72],
                [0.95, 2.6, 4.26],
                [-0.95, 2.6, 4.26],
              ],
              colour: '#1d2a38',
            },
          ]
        : index === 3
          ? [
              across(-1, -0.6, 0.8, 1, 4.76, '#fff2cf', true),
              across(0.6, 1, 0.8, 1, 4.76, '#fff2cf', true),
            ]
          : [],
  );
  const rear = braking ? '#ff4036' : '#a11f1c';
  const body = extrude(
    [
      [-4.6, 0.7],
      [-4.6, 3.4],
      [2.3, 3.4],
      [2.3, 0.7],
    ],
    2.5,
    cargo,
    [wheel(1.26, -3, 0.5), wheel(1.26, -1.8, 0.5)],
    (index) =>
      index === 0
        ? [
            across(-0.02, 0.02, 0.9, 3.2, -4.61, '#6d747c'),
            across(-1.1, -0.8, 0.75, 0.9, -4.61, rear, true),
            across(0.8, 1.1, 0.75, 0.9, -4.61, rear, true),
          ]
        : [],
  );
  const noseFirst = Math.cos(yaw) < 0;
  const parts = noseFirst ? [body, cab] : [cab, body];
  for (const part of parts) stage.solid(part, at, yaw);
}

/** The paint of the site's own fleet. */
export const fleet = [
  '#b7c1cc',
  '#33475b',
  '#a63d35',
  '#dfe3e6',
  '#4d5a52',
  '#7f94ab',
  '#c9a24b',
  '#23262c',
] as const;
