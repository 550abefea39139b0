import { useMemo } from 'react';
import { LivePage, type WallRoads } from '../features/live-wall/index.ts';

/** The whole window of a screen that nobody sits at. */
export function KioskRoute({ viewId }: { readonly viewId: string }) {
  // Its one view is all there is: no way leads on.
  const roads = useMemo<WallRoads>(() => {
    const stay = () => undefined;
    return { openView: stay, openCamera: stay, openDevice: stay, addDevice: stay, mirror: stay };
  }, []);
  return (
    <main className="flex h-dvh min-w-0 flex-col">
      <LivePage viewId={viewId} roads={roads} />
    </main>
  );
}
