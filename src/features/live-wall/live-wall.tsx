import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { useMay } from '../../device-access/use-session.ts';
import type { View } from '../../domain/view.ts';
import { panelWords } from '../../messages/panel-words.ts';
import { t } from '../../messages/t.ts';
import { takeSnapshot } from '../../playback/take-snapshot.ts';
import { AlarmStage } from '../../playback/wall-alarms/alarm-stage.tsx';
import { fullScreen, leaveFullScreen } from '../../ui/full-screen.ts';
import { PanelBoundary } from '../../ui/panel-boundary.tsx';
import { Split } from '../../ui/split.tsx';
import { showToast } from '../../ui/toast-store.ts';
import { phoneWidth, useMedia } from '../../ui/use-media.ts';
import { CameraTree } from './camera-tree.tsx';
import { DigitReadout } from './digit-readout.tsx';
import { DragGhost } from './drag-ghost.tsx';
import { editsOf } from './edits-of.ts';
import { endSoloWithFullScreen, toggleSolo } from './solo.ts';
import { UnsavedLine } from './unsaved-line.tsx';
import { useAlarmsOnWall } from './use-alarms-on-wall.ts';
import { useDock } from './use-dock.ts';
import { useViewCommands } from './use-view-commands.ts';
import { useWallKeys } from './use-wall-keys.ts';
import { WallContext } from './wall-context.ts';
import { WallControl } from './wall-control.ts';
import { WallDialogs } from './wall-dialogs.tsx';
import { WallGrid } from './wall-grid.tsx';
import type { WallRoads } from './wall-roads.ts';
import { WallToolbar } from './wall-toolbar.tsx';

export interface LiveWallProps {
  readonly view: View;
  readonly views: readonly View[];
  readonly cameras: readonly CameraView[];
  /** The tile that the address names, counted from 0. */
  readonly initialTile: number;
  readonly dock: boolean | undefined;
  /** Something else stands beside it. */
  readonly crowded: boolean;
  readonly roads: WallRoads;
}

/** One view on screen, with its toolbar and the camera list. */
export function LiveWall(props: LiveWallProps) {
  const { view, views, cameras, initialTile, dock, crowded, roads } = props;
  const queryClient = useQueryClient();
  const [control] = useState(
    () =>
      new WallControl(
        {
          viewId: view.id,
          edits: editsOf(queryClient),
          cameras: () => queryClient.getQueryData(camerasQuery().queryKey) ?? [],
          openCamera: roads.openCamera,
          takeSnapshot: (camera) =>
            void takeSnapshot(camera, queryClient.getQueryData(siteQuery().queryKey)),
        },
        initialTile,
      ),
  );
  const filterField = useRef<HTMLInputElement>(null);
  const wall = useRef<HTMLDivElement>(null);
  const { alarms, dismiss } = useAlarmsOnWall({ view, cameras }, control, wall);
  const phone = useMedia(phoneWidth);
  const commands = useViewCommands(control, views, roads);
  const docked = useDock({ control, filterField, phone, crowded, dock, mirror: roads.mirror });

  useWallKeys(control, {
    showTree: docked.showTree,
    toggleDock: docked.toggle,
    nextView: commands.next,
    undo: commands.undo,
    redo: commands.redo,
    toggleSolo: (tile) => toggleSolo(control.store, tile),
    leaveFullScreen: () => {
      const { active } = fullScreen.getState();
      if (active) void leaveFullScreen();
      return active;
    },
    noSuchCamera: (number) => showToast({ tone: 'done', text: t('wall.digits.none', { number }) }),
  });
  useEffect(() => endSoloWithFullScreen(control.store), [control]);
  useEffect(() => control.keepWithin(view.layout), [control, view.layout]);
  useEffect(
    () =>
      control.store.subscribe((now, before) => {
        if (now.selected !== before.selected) roads.mirror({ tile: now.selected + 1 });
      }),
    [control, roads],
  );

  const openDevice = useMay('administer') ? roads.openDevice : undefined;
  const context = useMemo(
    () => ({
      control,
      view,
      cameras: new Map(cameras.map((camera) => [camera.id, camera])),
      alarms,
      openDevice,
    }),
    [control, view, cameras, alarms, openDevice],
  );
  const tree = (
    <PanelBoundary words={panelWords('tree')}>
      <CameraTree filterField={filterField} onPlaced={docked.placed} heading={!phone} />
    </PanelBoundary>
  );
  return (
    <WallContext value={context}>
      <Split separatorLabel={t('wall.dock.width')} end={docked.open && !phone ? tree : null}>
        <WallToolbar
          views={views}
          commands={commands}
          dockOpen={docked.open}
          onToggleDock={docked.toggle}
          onUndo={commands.undo}
          onRedo={commands.redo}
        />
        <UnsavedLine />
        <PanelBoundary words={panelWords('wall')}>
          <AlarmStage
            alarms={alarms}
            large={view.alarmPolicy === 'spotlight'}
            cameras={cameras}
            onOpenAlarm={roads.openAlarm}
            onDismiss={dismiss}
          >
            <div ref={wall} className="relative flex min-h-0 grow flex-col">
              <WallGrid onChoose={docked.showTree} />
              <DigitReadout />
            </div>
          </AlarmStage>
        </PanelBoundary>
      </Split>
      <WallDialogs tree={phone ? tree : null} />
      <DragGhost />
    </WallContext>
  );
}
