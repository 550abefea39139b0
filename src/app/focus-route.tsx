import '../messages/use-ptz.ts';
import '../messages/use-site.ts';
import '../messages/use-sound.ts';

import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { Fragment, useMemo } from 'react';
import { useStore } from 'zustand';
import type { CameraView } from '../api/camera.ts';
import { proxyNowMs } from '../device-access/proxy-now.ts';
import { useMay } from '../device-access/use-session.ts';
import { FocusPage, type FocusParts, type FocusRoads } from '../features/focus/index.ts';
import { preferences } from '../features/live-wall/preferences.ts';
import { SteerBeside, SteeringProvider, SteerOverPicture } from '../features/ptz/index.ts';
import { SiteSections } from '../features/site/index.ts';
import { VoiceSection } from '../features/voice/index.ts';

const route = getRouteApi('/cam/$camId');

const replayMs = 30_000;

/** What other features add to the camera view, in the order of the rail. */
const parts: FocusParts = {
  overPicture: (camera, picture) => <SteerOverPicture camera={camera} picture={picture} />,
  beside: (camera) => (
    <Fragment key={camera.id}>
      <SteerBeside camera={camera} />
      <CameraVoice camera={camera} />
      <SiteSections camera={camera} />
    </Fragment>
  ),
};

export function FocusRoute() {
  const { camId } = route.useParams();
  const { stream } = route.useSearch();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  const roads = useRoads();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <SteeringProvider cameraId={camId} singleKeys={singleKeys}>
        <FocusPage
          cameraId={camId}
          stream={stream}
          singleKeys={singleKeys}
          roads={roads}
          parts={parts}
        />
      </SteeringProvider>
    </main>
  );
}

function CameraVoice({ camera }: { readonly camera: CameraView }) {
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  return <VoiceSection camera={camera} singleKeys={singleKeys} />;
}

function useRoads(): FocusRoads {
  const navigate = useNavigate();
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  const administers = useMay('administer');
  return useMemo(
    () => ({
      back: () => (canGoBack ? history.back() : void navigate({ to: '/' })),
      // A step to the neighbour replaces: the way back leads to the wall, not through every camera.
      openCamera: (id, quality) =>
        void navigate({
          to: '/cam/$camId',
          params: { camId: id },
          search: quality === undefined ? {} : { stream: quality },
          replace: true,
        }),
      replay: (id) =>
        void navigate({
          to: '/playback',
          search: { cams: id, t: new Date(proxyNowMs() - replayMs).toISOString(), play: 1 },
        }),
      ...(administers && {
        openDevice: (deviceId) => void navigate({ to: '/devices/$deviceId', params: { deviceId } }),
      }),
    }),
    [navigate, history, canGoBack, administers],
  );
}
