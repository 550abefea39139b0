import '../messages/use-alarms.ts';

import { getRouteApi } from '@tanstack/react-router';
import { LivePage } from '../features/live-wall/index.ts';
import { useWallRoads } from './use-wall-roads.ts';

const route = getRouteApi('/live/$viewId');

export function HomeRoute() {
  const roads = useWallRoads();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <LivePage viewId={null} roads={roads} />
    </main>
  );
}

export function LiveRoute() {
  const { viewId } = route.useParams();
  const { tile, dock } = route.useSearch();
  const roads = useWallRoads();
  return (
    <main className="flex min-h-0 min-w-0 grow flex-col">
      <LivePage viewId={viewId} tile={tile} dock={dock} roads={roads} />
    </main>
  );
}
