import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { siteQuery } from '../../device-access/queries.ts';
import type { StreamQuality } from '../../domain/stream.ts';
import type { PictureFit } from '../../domain/view.ts';
import { panelWords } from '../../messages/panel-words.ts';
import { t } from '../../messages/t.ts';
import { CameraTile } from '../../playback/camera-tile.tsx';
import { PictureSurface } from '../../playback/picture-surface.tsx';
import type { PictureTruth } from '../../playback/picture-truth.ts';
import { takeSnapshot } from '../../playback/take-snapshot.ts';
import { enterFullScreen, fullScreen, leaveFullScreen } from '../../ui/full-screen.ts';
import { PanelBoundary } from '../../ui/panel-boundary.tsx';
import { wholePicture, zoomAt } from './digital-zoom.ts';
import { FocusBar } from './focus-bar.tsx';
import type { FocusKey } from './focus-keys.ts';
import type { FocusParts } from './focus-parts.ts';
import { FocusRail } from './focus-rail.tsx';
import type { FocusRoads } from './focus-roads.ts';
import { neighbourCamera } from './neighbour-camera.ts';
import { shownStream } from './shown-stream.ts';
import { useFocusKeys } from './use-focus-keys.ts';
import { useZoom } from './use-zoom.ts';
import { ZoomFrame } from './zoom-frame.tsx';

const zoomStep = 1.5;

export interface CameraFocusProps {
  readonly camera: CameraView;
  readonly cameras: readonly CameraView[];
  readonly stream: StreamQuality | undefined;
  readonly singleKeys: boolean;
  readonly roads: FocusRoads;
  readonly parts: FocusParts;
}

export function CameraFocus(props: CameraFocusProps) {
  const { camera, cameras, stream, singleKeys, roads, parts } = props;
  const [zoom, setZoom] = useZoom(camera.id);
  const [fit, setFit] = useState<PictureFit>('contain');
  const truth = useRef<PictureTruth | null>(null);
  const site = useQuery(siteQuery());
  const onTruth = useCallback((next: PictureTruth) => {
    truth.current = next;
  }, []);

  const playing = useCallback(() => shownStream(truth.current), []);

  const actions = useMemo<Readonly<Record<FocusKey, () => void>>>(() => {
    const go = (by: 1 | -1) => {
      const next = neighbourCamera(cameras, camera.id, by);
      if (next !== null) roads.openCamera(next, stream);
    };
    return {
      back: () => {
        if (fullScreen.getState().active) void leaveFullScreen();
        else roads.back();
      },
      previous: () => go(-1),
      next: () => go(1),
      snapshot: () => void takeSnapshot(camera, site.data),
      replay: () => roads.replay(camera.id),
      'full-screen': () =>
        void (fullScreen.getState().active ? leaveFullScreen() : enterFullScreen()),
      'zoom-in': () => setZoom((now) => zoomAt(now, zoomStep, 0.5, 0.5)),
      'zoom-out': () => setZoom((now) => zoomAt(now, 1 / zoomStep, 0.5, 0.5)),
      'zoom-reset': () => setZoom(() => wholePicture),
    };
  }, [camera, cameras, stream, roads, site.data, setZoom]);
  const { openDevice } = roads;
  const onOpenDevice = openDevice && (() => openDevice(camera.deviceId));
  const onKey = (key: FocusKey) => actions[key]();
  useFocusKeys(singleKeys, onKey);

  return (
    <div className="flex min-h-0 min-w-0 grow flex-col">
      <FocusBar
        name={camera.name}
        zoomFactor={zoom.factor}
        alone={cameras.length < 2}
        onKey={onKey}
      />
      <div className="flex min-h-0 grow max-[900px]:portrait:flex-col">
        <div className="relative min-h-0 min-w-0 grow bg-letterbox max-[900px]:portrait:aspect-video max-[900px]:portrait:shrink-0 max-[900px]:portrait:grow-0">
          <ZoomFrame
            key={camera.id}
            label={t('focus.picture', { camera: camera.name })}
            zoom={zoom}
            onZoom={setZoom}
            over={parts.overPicture?.(camera, { zoom, fit, stream: playing })}
          >
            <PictureSurface className="size-full">
              <CameraTile
                camera={camera}
                fit={fit}
                quality={stream ?? 'auto'}
                purpose="focus"
                label={false}
                onTruth={onTruth}
                {...(onOpenDevice && { onOpenDevice })}
              />
            </PictureSurface>
          </ZoomFrame>
        </div>
        <div className="shell-chrome flex min-h-0 max-[900px]:portrait:grow">
          <PanelBoundary words={panelWords('facts')}>
            <FocusRail
              camera={camera}
              quality={stream ?? 'auto'}
              onQuality={(quality) =>
                roads.openCamera(camera.id, quality === 'auto' ? undefined : quality)
              }
              fit={fit}
              onFit={setFit}
              truth={truth}
              onOpenDevice={onOpenDevice}
            >
              {parts.beside?.(camera)}
            </FocusRail>
          </PanelBoundary>
        </div>
      </div>
    </div>
  );
}
