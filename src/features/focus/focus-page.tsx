import { useQuery } from '@tanstack/react-query';
import { CameraOff } from 'lucide-react';
import { camerasQuery } from '../../device-access/queries.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import type { StreamQuality } from '../../domain/stream.ts';
import { panelWords } from '../../messages/panel-words.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PanelBoundary, PanelFault } from '../../ui/panel-boundary.tsx';
import { CameraFocus } from './camera-focus.tsx';
import type { FocusParts } from './focus-parts.ts';
import type { FocusRoads } from './focus-roads.ts';

export interface FocusPageProps {
  readonly cameraId: string;
  readonly stream: StreamQuality | undefined;
  /** Whether characters act without a modifier; the person's choice. */
  readonly singleKeys: boolean;
  readonly roads: FocusRoads;
  readonly parts?: FocusParts;
}

/** One camera, as large as the window allows, with what is known of it. */
export function FocusPage({ cameraId, stream, singleKeys, roads, parts = {} }: FocusPageProps) {
  const cameras = useQuery(camerasQuery());
  const words = panelWords('focus');
  if (cameras.data === undefined) {
    if (cameras.error === null) return <div role="status" aria-label={t('shell.loading')} />;
    const problem = problemText(problemOf(cameras.error));
    return (
      <PanelFault
        words={{ ...words, happened: problem.what, todo: problem.todo }}
        fault={cameras.error}
        onAgain={() => void cameras.refetch()}
      />
    );
  }
  const camera = cameras.data.find((each) => each.id === cameraId);
  if (camera === undefined) {
    return (
      <EmptyState
        icon={CameraOff}
        title={t('focus.gone.title')}
        actions={
          <Button look="primary" onClick={roads.back}>
            {t('focus.back')}
          </Button>
        }
      >
        {t('focus.gone.text')}
      </EmptyState>
    );
  }
  return (
    <PanelBoundary words={words}>
      <CameraFocus
        camera={camera}
        cameras={cameras.data}
        stream={stream}
        singleKeys={singleKeys}
        roads={roads}
        parts={parts}
      />
    </PanelBoundary>
  );
}
