import type { ReactElement } from 'react';
import type { ExportView } from '../../api/exports.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { gapsText } from './gaps-text.ts';
import { bytesText } from './quantity-text.ts';

type ExportCamera = ExportView['cameras'][number];

export interface ExportCamerasProps {
  readonly cameras: readonly ExportCamera[];
  readonly zone: string;
  /** Nothing runs: what is missing still does not wait for its turn. */
  readonly isInterrupted: boolean;
}

/** Each camera with what became of it. */
export function ExportCameras(props: ExportCamerasProps): ReactElement {
  const { cameras, zone, isInterrupted } = props;
  return (
    <ul
      aria-label={t('exports.cameras')}
      className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2 xl:grid-cols-3"
    >
      {cameras.map((camera) => (
        <li key={camera.cameraId} className="min-w-0 wrap-anywhere">
          <bdi className="font-medium">{camera.name}</bdi>
          <span className="text-text-2"> · {standingText(camera, isInterrupted)}</span>
          {camera.problem !== null && <Problem camera={camera} />}
          <Untold camera={camera} zone={zone} />
          {camera.gaps.length > 0 && camera.state === 'done' && (
            <p className="text-text-2 text-xs tabular-nums">
              {t('exports.gaps', { gaps: gapsText(camera.gaps, zone, camera.moreGaps) })}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}

function Untold({
  camera: { state, untoldFromMs = null },
  zone,
}: {
  readonly camera: ExportCamera;
  readonly zone: string;
}): ReactElement | null {
  const isOver = state === 'done' || state === 'no-footage';
  if (untoldFromMs === null || !isOver) return null;
  return (
    <p className="text-text-2 text-xs tabular-nums">
      {t('exports.untold', { from: momentInZone(untoldFromMs, zone) })}
    </p>
  );
}

function Problem({ camera: { problem } }: { readonly camera: ExportCamera }): ReactElement | null {
  if (problem === null) return null;
  const { what, todo } =
    problem.reason === 'not-supported'
      ? { what: t('exports.found.no-export'), todo: t('exports.camera.no-export.todo') }
      : problemText(problem);
  return (
    <p>
      {what} <span className="text-text-2">{todo}</span>
    </p>
  );
}

function standingText({ state, files, bytes }: ExportCamera, isInterrupted: boolean): string {
  const standing = t(
    isInterrupted && state === 'waiting' ? 'exports.camera.left' : `exports.camera.${state}`,
  );
  if (files === 0 && bytes === 0) return standing;
  return `${standing} · ${t('exports.size', { files, bytes: bytesText(bytes) })}`;
}
