import { type ReactElement, useState } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { type EventsPlace, noFilter, placeOf } from '../events-place.ts';
import { PaneTones } from '../tones/pane-tones.tsx';
import type { Pane } from './pane.ts';
import { PaneColumn } from './pane-column.tsx';
import type { Panes } from './use-panes.ts';

export interface SharedPaneProps {
  /** As the address says. */
  readonly pane: Pane;
  readonly panes: Panes;
  readonly cameras: readonly CameraView[];
  readonly onPlace: (place: Partial<EventsPlace>) => void;
}

/** What an address shows that somebody has sent, in place of a person's own panes. */
export function SharedPane({ pane, panes, cameras, onPlace }: SharedPaneProps): ReactElement {
  const [own, setOwn] = useState({ paused: false, tone: false });
  const shown = { ...pane, ...own };
  const keep = () => {
    panes.add('everything', { topics: pane.topics, cameraIds: pane.cameraIds, sums: false });
    onPlace(noFilter);
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2 sm:px-8">
        <p className="min-w-0 grow text-sm text-text-2">{t('events.shared')}</p>
        <Button onClick={keep} aria-disabled={panes.isFull || undefined} disabled={panes.isFull}>
          {t('events.shared.keep')}
        </Button>
        <Button onClick={() => onPlace(noFilter)}>{t('events.shared.own')}</Button>
      </div>
      <PaneTones panes={[shown]} />
      <div className="flex min-h-0 grow flex-col border-t border-line">
        <PaneColumn
          pane={shown}
          cameras={cameras}
          controls={{
            sizable: false,
            onChange: ({ topics, cameraIds, ...change }) => {
              if (topics !== undefined || cameraIds !== undefined) {
                onPlace(
                  placeOf({
                    topics: topics ?? pane.topics,
                    cameraIds: cameraIds ?? pane.cameraIds,
                  }),
                );
              }
              setOwn((before) => ({
                paused: change.paused ?? before.paused,
                tone: change.tone ?? before.tone,
              }));
            },
          }}
        />
      </div>
    </>
  );
}
