import { SearchX } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';
import { alarmState } from '../../device-access/alarm-state.ts';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { countAlarms } from '../../device-access/shown-alarms.ts';
import { useAlarms } from '../../device-access/use-alarms.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { AcknowledgeAll } from './acknowledge-all.tsx';
import { AlarmCounts } from './alarm-counts.tsx';
import { AlarmFilters } from './alarm-filters.tsx';
import { openOnes } from './alarm-lines.ts';
import { AlarmList } from './alarm-list.tsx';
import { type AlarmsPlace, fitsPlace, showsState, statesOf, usualPlace } from './alarms-place.ts';
import { ClosedAlarms } from './closed-alarms.tsx';
import { DeskBanners } from './desk-banners.tsx';
import { DeskSettings } from './desk-settings.tsx';
import { NoAlarms } from './no-alarms.tsx';
import { SilenceButton } from './silence-button.tsx';
import { type DeskRoads, useDeskScope } from './use-desk-scope.ts';

/** Drawn at most, for each part of the page. */
const mostRows = 200;

export interface AlarmsPageProps {
  readonly place: AlarmsPlace;
  readonly onPlace: (place: AlarmsPlace) => void;
  readonly roads: DeskRoads;
  /** Ways to what belongs to alarms elsewhere. */
  readonly links?: ReactNode;
}

/** All alarms: open ones, those that are put aside, and those of the past hours. */
export function AlarmsPage({ place, onPlace, roads, links }: AlarmsPageProps): ReactElement {
  const scope = useDeskScope(roads);
  const shown = useAlarms();
  const isFlood = useStore(alarmState, ({ flood }) => flood.active);
  const fitting = (shown ?? []).filter((each) => fitsPlace(each, place));
  const open = openOnes(fitting);
  const list = (label: string, items: readonly ShownAlarm[]) =>
    items.length === 0 ? null : (
      <section className="mt-4">
        <h2 className="px-4 pb-1 font-semibold sm:px-8">
          {label} <span className="font-normal text-text-2">{items.length}</span>
        </h2>
        <div className="border-t border-line sm:px-5">
          <AlarmList
            label={label}
            shown={items}
            isFlood={isFlood}
            scope={scope}
            wide
            most={mostRows}
          />
        </div>
      </section>
    );
  const aside = (kind: 'shelved' | 'out-of-service') =>
    fitting.filter(({ alarm }) => alarm.aside?.kind === kind);
  const wantsOpen = showsState(place, 'unack') || showsState(place, 'ack');
  return (
    <PageFrame
      title={t('alarms.title')}
      aside={shown !== null && <AlarmCounts counts={countAlarms(shown)} />}
      actions={
        <>
          {links}
          <SilenceButton shown={shown ?? []} />
          <AcknowledgeAll shown={open.slice(0, mostRows)} />
          <DeskSettings />
        </>
      }
    >
      <DeskBanners zone={scope.zone} />
      <div className="px-4 pt-3 sm:px-8">
        <AlarmFilters place={place} onPlace={onPlace} />
      </div>
      {list(t('desk.page.open'), open)}
      {fitting.length === 0 && wantsOpen && (
        <Nothing place={place} shown={shown} onAll={() => onPlace(usualPlace)} />
      )}
      {list(t('desk.page.shelved'), aside('shelved'))}
      {list(t('desk.page.out'), aside('out-of-service'))}
      {showsState(place, 'closed') && (
        <section className="mt-6 pb-6">
          <h2 className="px-4 pb-1 font-semibold sm:px-8">{t('desk.page.closed')}</h2>
          <ClosedAlarms place={place} scope={scope} />
        </section>
      )}
    </PageFrame>
  );
}

interface NothingProps {
  readonly place: AlarmsPlace;
  readonly shown: readonly ShownAlarm[] | null;
  readonly onAll: () => void;
}

function Nothing({ place, shown, onAll }: NothingProps): ReactElement {
  const isFiltered = statesOf(place).length > 0 || place.prio !== '';
  if (shown === null || shown.length === 0 || !isFiltered) return <NoAlarms shown={shown} />;
  return (
    <EmptyState
      icon={SearchX}
      title={t('desk.nothing')}
      actions={<Button onClick={onAll}>{t('desk.filter.all')}</Button>}
    >
      {t('desk.nothing.text')}
    </EmptyState>
  );
}
