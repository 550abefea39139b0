import type { ReactElement } from 'react';
import type { PictureFit } from '../domain/view.ts';
import type { Size } from './mjpeg/fit-rectangles.ts';
import { type PictureBox, shareBox } from './place-box.ts';

export interface EventBoxesProps {
  readonly boxes: readonly PictureBox[];
  /** Of the picture that lies below, whose shape decides where it lies in its frame. */
  readonly picture: Size;
  /** Of the picture in which the device counts its pixels; absent where that is the same. */
  readonly counted?: Size | null;
  readonly fit: PictureFit;
}

const ratios: Readonly<Record<PictureFit, string>> = {
  contain: 'xMidYMid meet',
  cover: 'xMidYMid slice',
  fill: 'none',
};

/** Frames around what an event is about, over the picture that fills the parent. */
export function EventBoxes(props: EventBoxesProps): ReactElement | null {
  const { boxes, picture, counted = picture, fit } = props;
  const shares = boxes.flatMap((box) => shareBox(box, counted) ?? []);
  if (shares.length === 0 || picture.width <= 0 || picture.height <= 0) return null;
  return (
    <svg
      aria-hidden
      data-boxes={shares.length}
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      preserveAspectRatio={ratios[fit]}
      className="pointer-events-none absolute inset-0 size-full"
    >
      {shares.map(({ x, y, width, height }) => {
        const place = {
          x: x * picture.width,
          y: y * picture.height,
          width: width * picture.width,
          height: height * picture.height,
        };
        return (
          <g key={`${x} ${y} ${width} ${height}`} fill="none">
            {/* White inside black is seen on any picture. */}
            <rect {...place} stroke="black" strokeWidth={4} vectorEffect="non-scaling-stroke" />
            <rect {...place} stroke="white" strokeWidth={2} vectorEffect="non-scaling-stroke" />
          </g>
        );
      })}
    </svg>
  );
}
