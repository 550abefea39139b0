import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, memo, type ReactElement, useEffect, useRef } from 'react';
import type { EndpointView } from '../../api/console.ts';
import { classNames } from '../../ui/class-names.ts';
import type { ConsolePlace } from './console-place.ts';
import { DangerLabel } from './danger-label.tsx';
import { searchOf } from './search-of.ts';

export interface EndpointListProps {
  readonly deviceId: string;
  readonly endpoints: readonly EndpointView[];
  readonly place: ConsolePlace;
}

/** Links, so that each can be opened, copied and gone back from; the arrow keys go from one to the next. */
export function EndpointList({ deviceId, endpoints, place }: EndpointListProps): ReactElement {
  const list = useRef<HTMLUListElement>(null);
  // Whoever comes by a link sees where in the list he is.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, []);
  const openHere = endpoints.some(({ id }) => id === place.endpoint);
  return (
    <ul ref={list} onKeyDown={moveFocus} className="relative min-h-0 grow overflow-y-auto pb-2">
      {endpoints.map((endpoint, position) => (
        <EndpointRow
          key={endpoint.id}
          deviceId={deviceId}
          endpoint={endpoint}
          open={endpoint.id === place.endpoint}
          // One stop for Tab: the open endpoint, else the first.
          reachable={openHere ? endpoint.id === place.endpoint : position === 0}
          filter={searchText(place)}
        />
      ))}
    </ul>
  );
}

interface EndpointRowProps {
  readonly deviceId: string;
  readonly endpoint: EndpointView;
  readonly open: boolean;
  readonly reachable: boolean;
  /** As a text, so that a row that stays the same is not drawn again. */
  readonly filter: string;
}

const EndpointRow = memo(function EndpointRow(props: EndpointRowProps): ReactElement {
  const { deviceId, endpoint, open, reachable, filter } = props;
  const { id, method, path, summary, danger } = endpoint;
  return (
    <li className="[contain-intrinsic-size:auto_64px] [content-visibility:auto]">
      <Link
        to="/devices/$deviceId/endpoints"
        params={{ deviceId }}
        search={{ ...JSON.parse(filter), endpoint: id }}
        data-endpoint={id}
        aria-current={open ? 'true' : undefined}
        tabIndex={reachable ? 0 : -1}
        className={classNames(
          'flex min-h-14 flex-col justify-center gap-0.5 border-s-2 py-2 ps-3.5 pe-4 sm:ps-7.5 sm:pe-8 md:ps-3.5 md:pe-4',
          'focus-visible:-outline-offset-2 focus-visible:shadow-none',
          open ? 'border-accent bg-raised' : 'border-transparent hover:bg-panel',
        )}
      >
        <span className="flex items-start justify-between gap-3">
          <span className="line-clamp-2 min-w-0">{summary}</span>
          {danger !== 'safe' && <DangerLabel danger={danger} />}
        </span>
        <bdi dir="ltr" className="truncate font-mono text-xs text-text-3">
          {`${method} ${path}`}
        </bdi>
      </Link>
    </li>
  );
});

function searchText({ q, danger, role }: ConsolePlace): string {
  return JSON.stringify(searchOf({ q, danger, role, endpoint: null }));
}

function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-endpoint]')];
  const at = links.findIndex((link) => link.matches(':focus'));
  const next = targetOf(event.key, at, links.length);
  if (next === undefined) return;
  event.preventDefault();
  links[next]?.focus();
}

function targetOf(key: string, at: number, count: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
