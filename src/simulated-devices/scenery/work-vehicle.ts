import { rgb } from './colour.ts';
import { extrude, wheel } from './extrude.ts';
import { place, type Vec } from './geometry.ts';
import { lamp, pool } from './light.ts';
import { swing } from './pace.ts';
import { drawPerson } from './person.ts';
import type { Stage } from './stage.ts';

/** A counterbalance truck, forks along +z, carrying a pallet `liftMetres` up. */
export function drawForklift(
  stage: Stage,
  at: Vec,
  yaw: number,
  liftMetres: number,
  second: number,
): void {
  const spot = (x: number, y: number, z: number): Vec => place([x, y, z], at, yaw);
  for (const z of [-0.6, 0.6]) pool(stage, spot(0, 0, z), 1.3, [0.01, 0.015, 0.03], 0.6);
  const facesUs = Math.cos(yaw) < 0;
  const body = (): void => {
    stage.solid(
      extrude(
        [
          [-1.1, 0.3],
          [-1.2, 1],
          [-0.7, 1.15],
          [0.75, 0.7],
          [0.85, 0.3],
        ],
        1.15,
        '#f2b632',
        [wheel(0.59, -0.7, 0.28), wheel(0.59, 0.55, 0.32)],
      ),
      at,
      yaw,
    );
    drawPerson(
      stage,
      {
        coat: '#2f5b94',
        trousers: '#252b3a',
        skin: '#c68d63',
        hair: '#211610',
        hat: '#f4f4ee',
        vest: '#ff7a2a',
      },
      {
        at: spot(0, 0.55, -0.2),
        walked: 0,
        facing: facesUs ? 'near' : 'away',
        height: 1.35,
        castsShadow: false,
      },
    );
    for (const x of [-0.5, 0.5]) {
      stage.bar(spot(x, 1, -0.9), spot(x, 2.05, -0.6), 0.07, '#2a2d33');
      stage.bar(spot(x, 0.8, 0.6), spot(x, 2.05, 0.3), 0.07, '#2a2d33');
    }
    stage.box(spot(0, 2.03, -0.15), [1.15, 0.08, 1], { colour: '#30343b', top: '#454a52' }, yaw);
    if (swing(second, 1) > 0) lamp(stage, spot(0, 2.22, -0.5), 0.6, rgb('#ffae2b'), 0.95);
  };
  const mast = (): void => {
    for (const x of [-0.36, 0.36])
      stage.box(spot(x, 0.1, 1), [0.1, 2.3, 0.12], { colour: '#3a3e46' }, yaw);
    stage.box(spot(0, liftMetres, 1.65), [1.15, 0.12, 1.05], { colour: '#8a6742' }, yaw);
    stage.box(
      spot(0, liftMetres + 0.12, 1.65),
      [1.05, 0.85, 0.95],
      { colour: '#cda878', top: '#dfbf94' },
      yaw,
    );
  };
  for (const part of facesUs ? [body, mast] : [mast, body]) part();
}
