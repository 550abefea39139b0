import '../messages/use-alarm.ts';
import '../messages/use-alarms.ts';
import '../messages/use-events.ts';

import { getRouteApi, useCanGoBack, useNavigate, useRouter } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { EventView } from '../api/events.ts';
import { AlarmPage, type AlarmPageRoads } from '../features/alarm-page/index.ts';
import { FactLine } from '../features/events/facts/fact-line.tsx';
import { preferences } from '../features/live-wall/preferences.ts';
import { AddToCaseButton } from './add-to-case.tsx';

const route = getRouteApi('/alarms/$alarmId');

export function AlarmRoute() {
  const { alarmId } = route.useParams();
  const singleKeys = useStore(preferences, (state) => state.singleKeys);
  const roads = useRoads();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <AlarmPage
        alarmId={alarmId}
        singleKeys={singleKeys}
        roads={roads}
        eventLine={eventLine}
        more={<AddToCaseButton item={{ kind: 'alarm', id: alarmId }} />}
      />
    </main>
  );
}

function eventLine({ fact, isSnapshot }: EventView, zone: string) {
  return <FactLine fact={fact} zone={zone} standing={isSnapshot === true} />;
}

function useRoads(): AlarmPageRoads {
  const navigate = useNavigate();
  const { history } = useRouter();
  const canGoBack = useCanGoBack();
  return useMemo(
    () => ({
      back: () => (canGoBack ? history.back() : void navigate({ to: '/' })),
      openAlarm: (alarmId) =>
        void navigate({ to: '/alarms/$alarmId', params: { alarmId }, replace: true }),
      openCamera: (camId) => void navigate({ to: '/cam/$camId', params: { camId } }),
    }),
    [navigate, history, canGoBack],
  );
}
