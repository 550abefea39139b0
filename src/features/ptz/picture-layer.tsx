import { useState } from 'react';
import type { PictureFit } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { DragMark } from './drag-mark.tsx';
import { dragVelocity } from './drag-velocity.ts';
import type { Helm, PictureTool } from './helm.ts';
import { type LaidPicture, pictureBox, picturePoint } from './picture-point.ts';
import { type Drag, useDragHold } from './use-drag-hold.ts';

/** How the picture lies in its frame, and which stream it is of, as far as that is known. */
export interface ShownIn {
  readonly zoom: LaidPicture['zoom'];
  readonly fit: PictureFit;
  readonly stream: () => {
    readonly id: string;
    readonly width: number;
    readonly height: number;
  } | null;
}

/** Full speed of a drag, as a share of the shorter side of the picture's frame. */
const reachShare = 0.35;
/** Less than this is a click with a trembling hand, CSS px. */
const leastBoxPx = 10;

export interface PictureLayerProps {
  readonly helm: Helm;
  readonly tool: PictureTool;
  readonly picture: ShownIn;
}

/** Takes the pointer over the picture: drags steer, a click centres, a box enlarges. */
export function PictureLayer({ helm, tool, picture }: PictureLayerProps) {
  const [drag, setDrag] = useState<Drag | null>(null);

  const point = (done: Drag, element: Element) => {
    const stream = picture.stream();
    const { width, height } = element.getBoundingClientRect();
    if (stream === null) return helm.hint({ kind: 'no-picture' });
    const { zoom, fit } = picture;
    const laid = { picture: stream, frame: { width, height }, fit, zoom };
    const to = { x: done.fromX + done.across, y: done.fromY + done.down };
    if (tool === 'centre') {
      const centre = picturePoint(to.x, to.y, laid);
      if (centre !== null) void helm.act({ kind: 'centre', point: centre, streamId: stream.id });
      return;
    }
    if (Math.min(Math.abs(done.across), Math.abs(done.down)) < leastBoxPx) return;
    const box = pictureBox({ x: done.fromX, y: done.fromY }, to, laid);
    if (box !== null) void helm.act({ kind: 'box', box, streamId: stream.id });
  };

  const handlers = useDragHold(helm, {
    velocity: tool === 'steer' ? velocityIn : null,
    onChange: setDrag,
    ...(tool !== 'steer' && { onDone: point }),
  });
  return (
    <div
      role="img"
      aria-label={t(`ptz.layer.${tool}`)}
      data-steer-layer={tool}
      className="absolute inset-0 cursor-crosshair touch-none select-none"
      {...handlers}
    >
      {drag !== null && tool !== 'centre' && (
        <DragMark drag={drag} shape={tool === 'box' ? 'box' : 'arrow'} />
      )}
    </div>
  );
}

function velocityIn(drag: Drag, element: Element) {
  const { width, height } = element.getBoundingClientRect();
  return dragVelocity(drag.across, drag.down, Math.min(width, height) * reachShare);
}
