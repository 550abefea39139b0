import '../messages/use-cases.ts';
import '../messages/use-exports.ts';
import '../messages/use-people.ts';

import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ExportView } from '../api/exports.ts';
import { ExportsPage } from '../features/exports/index.ts';
import { AddToCaseButton } from './add-to-case.tsx';
import { RecordingPlaces } from './recording-places.tsx';

const route = getRouteApi('/exports');
const minuteMs = 60_000;

export function ExportsRoute() {
  const { export: current = null } = route.useSearch();
  const navigate = useNavigate();
  const roads = useMemo(
    () => ({
      playback: () => void navigate({ to: '/playback' }),
      play: ({ cameras, fromMs, toMs }: ExportView) =>
        void navigate({
          to: '/playback',
          search: {
            cams: cameras.map(({ cameraId }) => cameraId).join(','),
            t: new Date(fromMs).toISOString(),
            span: `${Math.ceil((toMs - fromMs) / minuteMs) + 2}m`,
          },
        }),
    }),
    [navigate],
  );
  return (
    <ExportsPage
      heading={<RecordingPlaces here="/exports" />}
      current={current}
      roads={roads}
      extra={({ id, name }) => <AddToCaseButton item={{ kind: 'export', id }} what={name} />}
    />
  );
}
