import { ArrowUp, Pause, Play, Volume2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { HoldReason } from '../use-hold.ts';
import type { Pane } from './pane.ts';
import type { PaneControls } from './pane-controls.ts';
import { PaneMenu } from './pane-menu.tsx';

export interface PaneHeadProps {
  readonly pane: Pane;
  readonly name: string;
  readonly controls: PaneControls;
  readonly cameras: readonly CameraView[];
  readonly reason: HoldReason | null;
  readonly newer: number;
  /** To the newest. */
  readonly onNewest: () => void;
}

/** What a pane is, and whether new events are added or wait. It never changes its height. */
export function PaneHead(props: PaneHeadProps): ReactElement {
  const { pane, name, controls, cameras, reason, newer, onNewest } = props;
  const held = pane.paused ? 'paused' : (reason ?? 'none');
  return (
    <header className="shrink-0 border-b border-line bg-panel">
      <div className="flex min-h-11 items-center gap-1 ps-3 pe-1">
        <h2 className="min-w-0 grow truncate text-sm font-semibold">
          <bdi>{name}</bdi>
        </h2>
        {pane.tone && (
          <Volume2 role="img" aria-label={t('events.tone.on')} className="size-4 text-text-2" />
        )}
        {newer > 0 && (
          <Button look="primary" onClick={onNewest} className="shrink-0 whitespace-nowrap">
            <ArrowUp aria-hidden className="size-4" />
            {t('events.newer', { count: newer })}
          </Button>
        )}
        <IconButton
          icon={pane.paused ? Play : Pause}
          label={t(pane.paused ? 'events.resume' : 'events.pause', { pane: name })}
          onClick={() => controls.onChange({ paused: !pane.paused })}
        />
        <PaneMenu pane={pane} name={name} controls={controls} cameras={cameras} />
      </div>
      <p className="truncate px-3 pb-1 text-xs text-text-2">{t(`events.hold.${held}`)}</p>
    </header>
  );
}
