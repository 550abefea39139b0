import { Keyboard, Maximize, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { useStore } from 'zustand';
import type { View } from '../../domain/view.ts';
import { t } from '../../messages/t.ts';
import { BoxesSwitch } from '../../playback/boxes-switch.tsx';
import { enterFullScreen } from '../../ui/full-screen.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AlarmPolicyMenu } from './alarm-policy-menu.tsx';
import { LayoutPicker } from './layout-picker.tsx';
import { type ViewCommands, ViewTabs } from './view-tabs.tsx';
import { useWall } from './wall-context.ts';

export interface WallToolbarProps {
  readonly views: readonly View[];
  readonly commands: ViewCommands;
  readonly dockOpen: boolean;
  readonly onToggleDock: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

export function WallToolbar(props: WallToolbarProps) {
  const { views, commands, dockOpen, onToggleDock, onUndo, onRedo } = props;
  const { control, view } = useWall();
  const history = useStore(control.world.edits.state, (state) => state.history);
  return (
    <div className="shell-chrome flex h-10 shrink-0 items-center gap-1 px-1.5 pointer-coarse:h-12">
      <ViewTabs views={views} currentId={view.id} commands={commands} />
      <LayoutPicker />
      <AlarmPolicyMenu />
      <div className="flex items-center max-[640px]:hidden">
        <IconButton
          icon={Undo2}
          label={t('wall.undo')}
          disabled={history.past.length === 0}
          onClick={onUndo}
        />
        <IconButton
          icon={Redo2}
          label={t('wall.redo')}
          disabled={history.future.length === 0}
          onClick={onRedo}
        />
        <BoxesSwitch />
        <IconButton
          icon={Keyboard}
          label={t('wall.keys')}
          onClick={() => control.store.setState({ panel: 'keys' })}
        />
        <IconButton
          icon={Maximize}
          label={t('wall.full-screen')}
          onClick={() => void enterFullScreen()}
        />
      </div>
      <IconButton
        icon={PanelRight}
        label={t('wall.dock')}
        pressed={dockOpen}
        onClick={onToggleDock}
      />
    </div>
  );
}
