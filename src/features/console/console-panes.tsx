import { ListTree, SearchX } from 'lucide-react';
import { type ReactElement, useMemo } from 'react';
import type { EndpointView } from '../../api/console.ts';
import type { DeviceView } from '../../api/device.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { ConsolePlace } from './console-place.ts';
import { EndpointFilters } from './endpoint-filters.tsx';
import { EndpointList } from './endpoint-list.tsx';
import { EndpointPanel } from './endpoint-panel.tsx';
import { filterEndpoints } from './filter-endpoints.ts';

export interface ConsolePanesProps {
  readonly device: DeviceView;
  readonly endpoints: readonly EndpointView[];
  readonly place: ConsolePlace;
  readonly onPlace: (place: Partial<ConsolePlace>) => void;
  readonly singleKeys: boolean;
}

/** List and endpoint side by side; on a phone one after the other. */
export function ConsolePanes(props: ConsolePanesProps): ReactElement {
  const { device, endpoints, place, onPlace, singleKeys } = props;
  const narrow = useNarrow();
  const { q, danger, role, endpoint: openId } = place;
  const shown = useMemo(
    () => filterEndpoints(endpoints, { q, danger, role }),
    [endpoints, q, danger, role],
  );
  const open = endpoints.find(({ id }) => id === openId);

  const list = (
    <section
      aria-label={t('console.list')}
      className="flex min-h-0 grow flex-col md:w-80 md:shrink-0 md:grow-0 md:border-e md:border-line lg:w-96"
    >
      <EndpointFilters
        filter={place}
        shown={shown.length}
        total={endpoints.length}
        singleKeys={singleKeys}
        onFilter={onPlace}
      />
      {shown.length === 0 ? (
        <EmptyState
          icon={SearchX}
          title={t('console.filter.nothing')}
          actions={
            <Button onClick={() => onPlace({ q: '', danger: '', role: '' })}>
              {t('console.filter.clear')}
            </Button>
          }
        />
      ) : (
        <EndpointList deviceId={device.id} endpoints={shown} place={place} />
      )}
    </section>
  );
  const panel =
    open === undefined ? (
      <div className="flex min-w-0 grow flex-col">
        <EmptyState
          icon={ListTree}
          title={t(openId === null ? 'console.choose' : 'console.unknown')}
        >
          <p>{t('console.chooseText')}</p>
          {singleKeys && <p className="mt-2 text-text-3">{t('console.searchHint')}</p>}
        </EmptyState>
      </div>
    ) : (
      <EndpointPanel
        key={open.id}
        device={device}
        endpoint={open}
        onLeave={narrow ? () => onPlace({ endpoint: null }) : null}
      />
    );

  if (narrow) return openId === null ? list : panel;
  return (
    <div className="flex min-h-0 grow border-t border-line">
      {list}
      {panel}
    </div>
  );
}
