import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useMemo } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { attendCamera, moveCamera, stopCamera } from '../../device-access/control-socket.ts';
import { controlState } from '../../device-access/control-state.ts';
import { camerasQuery } from '../../device-access/queries.ts';
import { actOnCamera, steeringQuery } from '../../device-access/steering.ts';
import { useMay } from '../../device-access/use-session.ts';
import { Helm, type HelmPort } from './helm.ts';
import { steeringWindow } from './steering-window.ts';
import { useGamepad } from './use-gamepad.ts';
import { useSteerKeys } from './use-steer-keys.ts';
import { useStopMoments } from './use-stop-moments.ts';

/** The helm of the camera that is looked at; null where there is nothing to steer. */
const HelmContext = createContext<Helm | null>(null);
export const useHelm = (): Helm | null => use(HelmContext);

export interface SteeringProviderProps {
  readonly cameraId: string;
  /** Whether characters act without a modifier; the person's choice. */
  readonly singleKeys: boolean;
  readonly children: ReactNode;
}

/** Lets its children steer a camera, where it can be steered and the person may. */
export function SteeringProvider({ cameraId, singleKeys, children }: SteeringProviderProps) {
  const may = useMay('control');
  const cameras = useQuery(camerasQuery());
  const offered = may && offersSteering(cameras.data, cameraId);
  const { data: can } = useQuery({ ...steeringQuery(cameraId), enabled: offered });
  const helm = useMemo(
    () => (offered && can !== undefined ? new Helm(cameraId, can, portOf(cameraId)) : null),
    [offered, can, cameraId],
  );
  // What is held ends before the window leaves the camera.
  useEffect(() => (helm === null ? undefined : live(helm)), [helm]);
  useEffect(() => (offered ? attendCamera(cameraId) : undefined), [offered, cameraId]);
  useStopMoments(helm);
  useSteerKeys(helm, singleKeys);
  useGamepad(helm);
  return <HelmContext value={helm}>{children}</HelmContext>;
}

function offersSteering(cameras: readonly CameraView[] | undefined, cameraId: string): boolean {
  return cameras?.find(({ id }) => id === cameraId)?.offers.steering === true;
}

function portOf(cameraId: string): HelmPort {
  return {
    move: (velocity) => moveCamera(cameraId, velocity),
    stop: () => stopCamera(cameraId),
    act: async (action) => actOnCamera(cameraId, steeringWindow(), action),
  };
}

/** What is held is forgotten when the proxy refuses it, or is not there to hear of its end. */
function live(helm: Helm): () => void {
  const end = controlState.subscribe(({ state, refused }, before) => {
    const lost = state !== before.state && state !== 'connected';
    const denied = refused !== before.refused && refused?.cameraId === helm.cameraId;
    if (lost || denied) helm.forget();
  });
  return () => {
    end();
    helm.end();
  };
}
