import { BellOff } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { EventView } from '../../api/events.ts';
import { problemOf } from '../../device-access/request-problem.ts';
import { panelWords } from '../../messages/panel-words.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PanelBoundary, PanelFault } from '../../ui/panel-boundary.tsx';
import type { AlarmPageRoads } from './alarm-page-roads.ts';
import { OneAlarm } from './one-alarm.tsx';
import { useOneAlarm } from './use-one-alarm.ts';

export interface AlarmPageProps {
  readonly alarmId: string;
  readonly singleKeys: boolean;
  readonly roads: AlarmPageRoads;
  /** What an event says, as the page of events writes it. */
  readonly eventLine: (event: EventView, zone: string) => ReactNode;
  /** What else may be done with it. */
  readonly more?: ReactNode;
}

/** One alarm: what it shows now and showed before, what to do, and what was done. */
export function AlarmPage({ alarmId, ...rest }: AlarmPageProps): ReactElement {
  const one = useOneAlarm(alarmId);
  const { back } = rest.roads;
  if (one.shown === null) {
    if (one.fault === null) return <div role="status" aria-label={t('alarm.loading')} />;
    const problem = problemOf(one.fault);
    if (problem.kind === 'not-found' || problem.reason === 'not-found') {
      return (
        <EmptyState
          icon={BellOff}
          title={t('alarm.gone.title')}
          actions={
            <Button look="primary" onClick={back}>
              {t('alarm.back')}
            </Button>
          }
        >
          {t('alarm.gone.text')}
        </EmptyState>
      );
    }
    const { what, todo } = problemText(problem);
    return (
      <PanelFault
        words={{ ...panelWords('page'), happened: what, todo }}
        fault={one.fault}
        onAgain={one.again}
      />
    );
  }
  return (
    <PanelBoundary words={panelWords('page')}>
      <OneAlarm key={alarmId} shown={one.shown} detail={one.detail} {...rest} />
    </PanelBoundary>
  );
}
