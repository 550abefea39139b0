import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { WallRoads } from '../features/live-wall/index.ts';

/** Leads from the wall to the other pages. */
export function useWallRoads(): WallRoads {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      openView: (viewId, replace = false) =>
        void navigate({ to: '/live/$viewId', params: { viewId }, replace }),
      openCamera: (camId) => void navigate({ to: '/cam/$camId', params: { camId } }),
      openDevice: (deviceId) => void navigate({ to: '/devices/$deviceId', params: { deviceId } }),
      openAlarm: (alarmId) => void navigate({ to: '/alarms/$alarmId', params: { alarmId } }),
      addDevice: () => void navigate({ to: '/devices/new' }),
      mirror: (place) =>
        void navigate({
          to: '.',
          search: (before: Record<string, unknown>) => ({ ...before, ...place }),
          replace: true,
        }),
    }),
    [navigate],
  );
}
