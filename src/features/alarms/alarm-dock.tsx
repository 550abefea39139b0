import { ListChecks, PanelRightClose } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { alarmState } from '../../device-access/alarm-state.ts';
import { countAlarms } from '../../device-access/shown-alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { t } from '../../messages/t.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { AlarmCounts } from './alarm-counts.tsx';
import { openOnes } from './alarm-lines.ts';
import { AlarmList } from './alarm-list.tsx';
import { AsideLine } from './aside-line.tsx';
import { DeskBanners } from './desk-banners.tsx';
import { DeskSettings } from './desk-settings.tsx';
import { NoAlarms } from './no-alarms.tsx';
import { SilenceButton } from './silence-button.tsx';
import { type DeskRoads, useDeskScope } from './use-desk-scope.ts';

/** More stand on the page of all alarms. */
const mostRows = 100;

export interface AlarmDockProps {
  readonly roads: DeskRoads;
  readonly onCollapse: () => void;
}

/** The open alarms at the side of every page. */
export function AlarmDock({ roads, onCollapse }: AlarmDockProps): ReactElement {
  const scope = useDeskScope(roads);
  const shown = useAlarms();
  const isFlood = useStore(alarmState, ({ flood }) => flood.active);
  const open = openOnes(shown ?? []);
  return (
    <aside aria-label={t('desk.dock')} className="flex min-h-0 grow flex-col bg-panel">
      <header className="flex h-11 shrink-0 items-center border-b border-line ps-3 pe-1">
        <h2 className="me-3 text-sm font-semibold">{t('alarms.title')}</h2>
        {shown !== null && <AlarmCounts counts={countAlarms(shown)} />}
        <span className="grow" />
        <DeskSettings />
        <IconButton icon={ListChecks} label={t('desk.all')} onClick={roads.openAll} />
        <IconButton icon={PanelRightClose} label={t('desk.collapse')} onClick={onCollapse} />
      </header>
      <DeskBanners zone={scope.zone} />
      <div className="flex shrink-0 border-b border-line px-3 py-1.5 empty:hidden">
        <SilenceButton shown={shown ?? []} />
      </div>
      <div className="relative min-h-0 grow overflow-y-auto overscroll-contain">
        {open.length === 0 ? (
          <NoAlarms shown={shown} />
        ) : (
          <AlarmList
            label={t('desk.list')}
            shown={open}
            isFlood={isFlood}
            scope={scope}
            wide={false}
            most={mostRows}
            onMore={roads.openAll}
          />
        )}
        <AsideLine shown={shown ?? []} onOpen={roads.openAll} />
      </div>
    </aside>
  );
}
