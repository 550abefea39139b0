import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { camerasQuery, devicesQuery, siteQuery, viewsQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { useMay } from '../../device-access/use-session.ts';
import { panelWords } from '../../messages/panel-words.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { PanelFault } from '../../ui/panel-boundary.tsx';
import { editsOf } from './edits-of.ts';
import { FirstRun, NoCameras, NoViews, NoViewsYet, ViewGone } from './empty-pages.tsx';
import { emptyView, viewOfAll } from './first-view.ts';
import { LiveWall } from './live-wall.tsx';
import { preferences } from './preferences.ts';
import type { WallRoads } from './wall-roads.ts';
import { WallSkeleton } from './wall-skeleton.tsx';
import './wall.css';

export interface LivePageProps {
  /** Null for whichever view this browser showed last. */
  readonly viewId: string | null;
  /** Counts from 1, as the address does. */
  readonly tile?: number | undefined;
  readonly dock?: boolean | undefined;
  /** Whether something else stands beside the wall, and the list has to be asked for. */
  readonly crowded?: boolean;
  readonly roads: WallRoads;
}

/** The live wall, or what stands in its place until there is one. */
export function LivePage({ viewId, tile = 1, dock, crowded = false, roads }: LivePageProps) {
  const views = useQuery(viewsQuery());
  const cameras = useQuery(camerasQuery());
  const administers = useMay('administer');
  const arranges = useMay('arrange');
  const devices = useQuery({ ...devicesQuery(), enabled: administers });
  useQuery(siteQuery());
  const queryClient = useQueryClient();
  const edits = editsOf(queryClient);
  const drafts = useStore(edits.state, (state) => state.drafts);
  const shown = views.data && edits.withDrafts(views.data, drafts);
  const view = shown?.find((each) => each.id === viewId);

  const lastId = preferences.getState().lastViewId;
  const homeId = (shown?.find((each) => each.id === lastId) ?? shown?.[0])?.id;
  useEffect(() => {
    if (viewId === null && homeId !== undefined) roads.openView(homeId, true);
  }, [viewId, homeId, roads]);
  const currentId = view?.id;
  useEffect(() => {
    if (currentId !== undefined) preferences.setState({ lastViewId: currentId });
  }, [currentId]);

  const fault = views.error ?? cameras.error;
  if (shown === undefined || cameras.data === undefined) {
    if (fault === null) return <WallSkeleton />;
    const problem = problemText(problemOf(fault));
    const words = {
      ...panelWords('wall'),
      happened: t('shell.load.happened'),
      stillWorks: problem.what,
      todo: problem.todo,
    };
    const again = () => void Promise.all([views.refetch(), cameras.refetch()]);
    return <PanelFault words={words} fault={fault} onAgain={again} />;
  }
  if (devices.data?.length === 0) return <FirstRun onAdd={roads.addDevice} />;
  if (!administers && cameras.data.length === 0) return <NoCameras />;
  if (view !== undefined) {
    return (
      <LiveWall
        key={view.id}
        view={view}
        views={shown}
        cameras={cameras.data}
        initialTile={tile - 1}
        dock={dock}
        crowded={crowded}
        roads={roads}
      />
    );
  }
  if (homeId === undefined) {
    if (!arranges) return <NoViewsYet />;
    const create = async (filled: boolean) => {
      const name = t('wall.view.first');
      const made = await edits.create(filled ? viewOfAll(name, cameras.data) : emptyView(name));
      if (made !== null) roads.openView(made.id, true);
    };
    return <NoViews cameraCount={cameras.data.length} onCreate={(filled) => void create(filled)} />;
  }
  if (viewId === null) return <WallSkeleton />;
  return <ViewGone onBack={() => roads.openView(homeId, true)} />;
}
