import { Fragment, type ReactElement } from 'react';
import type { CameraView } from '../../../api/camera.ts';
import { t } from '../../../messages/t.ts';
import { ColumnSplitter } from '../../../ui/column-splitter.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { useNarrow } from '../../../ui/use-narrow.ts';
import { narrowestPane, widestPane } from './pane.ts';
import { PaneColumn } from './pane-column.tsx';
import { paneName } from './pane-name.ts';
import type { Panes } from './use-panes.ts';

export interface PaneRowProps {
  readonly panes: Panes;
  readonly cameras: readonly CameraView[];
}

/** The panes beside each other; on a phone one at a time. */
export function PaneRow({ panes: { panes, controlsOf }, cameras }: PaneRowProps): ReactElement {
  const narrow = useNarrow();
  if (narrow) {
    return (
      <Tabs
        fill
        label={t('events.panes')}
        tabs={panes.map((pane, index) => ({
          id: pane.id,
          label: paneName(pane),
          content: <PaneColumn pane={pane} controls={controlsOf(pane, index)} cameras={cameras} />,
        }))}
      />
    );
  }
  return (
    <div className="relative flex min-h-0 grow overflow-x-auto border-t border-line">
      {panes.map((pane, index) => {
        const isLast = index === panes.length - 1;
        const controls = controlsOf(pane, index);
        return (
          <Fragment key={pane.id}>
            <div
              data-pane={pane.id}
              className="flex min-h-0 min-w-0 flex-col"
              // The last one takes what is left, so that no room stays empty.
              style={
                pane.width === null || isLast
                  ? { flex: '1 1 0', minWidth: narrowestPane }
                  : { flex: '0 0 auto', width: pane.width }
              }
            >
              <PaneColumn pane={pane} controls={controls} cameras={cameras} />
            </div>
            {!isLast && (
              <ColumnSplitter
                label={t('events.pane.width', { pane: paneName(pane) })}
                narrowest={narrowestPane}
                widest={widestPane}
                onWidth={(width) => controls.onChange({ width })}
              />
            )}
          </Fragment>
        );
      })}
    </div>
  );
}
