/** A part of the picture, enlarged. `x` and `y` move the picture in shares of its frame. */
export interface Zoom {
  readonly factor: number;
  readonly x: number;
  readonly y: number;
}

export const wholePicture: Zoom = { factor: 1, x: 0, y: 0 };
const largest = 10;

/** Enlarges around a point, in shares of the frame, that stays where it is. */
export function zoomAt(zoom: Zoom, by: number, pointX: number, pointY: number): Zoom {
  const factor = Math.min(largest, Math.max(1, zoom.factor * by));
  const ratio = factor / zoom.factor;
  return within({
    factor,
    x: pointX - (pointX - zoom.x) * ratio,
    y: pointY - (pointY - zoom.y) * ratio,
  });
}

/** Moves the enlarged picture, in shares of the frame. */
export function pan(zoom: Zoom, byX: number, byY: number): Zoom {
  return within({ ...zoom, x: zoom.x + byX, y: zoom.y + byY });
}

/** Never shows anything beside the picture. */
function within({ factor, x, y }: Zoom): Zoom {
  const least = 1 - factor;
  const clamp = (value: number) => Math.min(0, Math.max(least, value));
  return { factor, x: clamp(x), y: clamp(y) };
}
