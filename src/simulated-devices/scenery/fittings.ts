import type { Stage } from './stage.ts';

/** A palm in a pot. */
export function drawPlant(stage: Stage, x: number, z: number): void {
  stage.box([x, 0, z], [0.6, 0.55, 0.6], { colour: '#e9e4da' });
  const spot = stage.project([x, 0.6, z]);
  for (let i = 0; i < 11; i += 1) {
    const lean = (i - 5) * 0.24;
    stage.brush.fillStyle = ['#3f7a55', '#2f6247', '#5a9468'][i % 3] ?? '#3f7a55';
    stage.brush.save();
    stage.brush.translate(spot.x, spot.y);
    stage.brush.rotate(lean);
    stage.brush.beginPath();
    stage.brush.ellipse(
      0,
      -0.55 * spot.scale,
      0.11 * spot.scale,
      0.6 * spot.scale,
      0,
      0,
      Math.PI * 2,
    );
    stage.brush.fill();
    stage.brush.restore();
  }
}

/** A lift door in the wall behind the lobby; `open` 0..1. */
export function drawLift(stage: Stage, x: number, open: number): void {
  stage.polygon(
    [
      [x - 1, 0, 13.99],
      [x + 1, 0, 13.99],
      [x + 1, 2.5, 13.99],
      [x - 1, 2.5, 13.99],
    ],
    '#6b7480',
    [0, 0, -1],
  );
  stage.polygon(
    [
      [x - 0.9, 0, 13.98],
      [x + 0.9, 0, 13.98],
      [x + 0.9, 2.4, 13.98],
      [x - 0.9, 2.4, 13.98],
    ],
    '#f6e6c4',
    [0, 0, -1],
  );
  for (const side of [-1, 1]) {
    const inner = x + side * 0.88 * open;
    const outer = x + side * 0.9;
    stage.polygon(
      [
        [inner, 0, 13.97],
        [outer, 0, 13.97],
        [outer, 2.4, 13.97],
        [inner, 2.4, 13.97],
      ],
      '#b9c1c9',
      [0, 0, -1],
    );
  }
  stage.polygon(
    [
      [x - 0.2, 2.65, 13.98],
      [x + 0.2, 2.65, 13.98],
      [x + 0.2, 2.85, 13.98],
      [x - 0.2, 2.85, 13.98],
    ],
    '#ff9d3c',
    [0, 0, -1],
    true,
  );
}
