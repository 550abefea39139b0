import '../messages/use-alarms.ts';

import { getRouteApi, useLocation } from '@tanstack/react-router';
import { LivePage } from '../features/live-wall/index.ts';
import { useAlarmDock } from './use-alarm-dock.ts';
import { useWallRoads } from './use-wall-roads.ts';

const route = getRouteApi('/live/$viewId');

export function HomeRoute() {
  const roads = useWallRoads();
  const crowded = useCrowded();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <LivePage viewId={null} crowded={crowded} roads={roads} />
    </main>
  );
}

export function LiveRoute() {
  const { viewId } = route.useParams();
  const { tile, dock } = route.useSearch();
  const roads = useWallRoads();
  const crowded = useCrowded();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <LivePage viewId={viewId} tile={tile} dock={dock} crowded={crowded} roads={roads} />
    </main>
  );
}

function useCrowded(): boolean {
  const path = useLocation({ select: (location) => location.pathname });
  return useAlarmDock(path).crowds;
}
