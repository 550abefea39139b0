import { MonitorCheck, MonitorOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { KioskView } from '../../api/kiosk.ts';
import { t } from '../../messages/t.ts';
import type { Column } from '../../ui/data-table.tsx';
import type { ScreenParts } from './use-screen-parts.ts';

export function screenColumns({ views, groups }: ScreenParts): readonly Column<KioskView>[] {
  const nameIn = (list: readonly { id: string; name: string }[], id: string) =>
    list.find((one) => one.id === id)?.name;
  return [
    {
      id: 'name',
      label: t('screens.name'),
      sortValue: ({ name }) => name,
      cell: ({ name }) => <bdi className="font-medium wrap-anywhere">{name}</bdi>,
    },
    {
      id: 'state',
      label: t('screens.state'),
      sortValue: ({ connected }) => (connected ? 1 : 0),
      cell: (kiosk) => <ScreenState kiosk={kiosk} />,
    },
    {
      id: 'view',
      label: t('screens.view'),
      sortValue: ({ viewId }) => nameIn(views, viewId) ?? '',
      cell: ({ viewId }) => <Named name={nameIn(views, viewId)} />,
    },
    {
      id: 'group',
      label: t('screens.group'),
      sortValue: ({ groupId }) => nameIn(groups, groupId) ?? '',
      cell: ({ groupId }) => <Named name={nameIn(groups, groupId)} />,
    },
    {
      id: 'address',
      label: t('screens.address'),
      from: 'lg',
      sortValue: ({ address }) => address ?? '',
      cell: ({ address }) => (
        <bdi dir="ltr" className="font-mono text-xs">
          {address ?? '–'}
        </bdi>
      ),
    },
    {
      id: 'ends',
      label: t('screens.ends'),
      from: 'xl',
      sortValue: ({ endsAtMs }) => endsAtMs,
      cell: ({ endsAtMs }) => new Date(endsAtMs).toLocaleDateString(),
    },
  ];
}

/** What a screen was given may have been removed since: then it shows a sentence. */
function Named({ name }: { readonly name: string | undefined }): ReactElement {
  if (name === undefined) return <span className="text-p2">{t('screens.gone')}</span>;
  return <bdi className="wrap-anywhere">{name}</bdi>;
}

function ScreenState({ kiosk }: { readonly kiosk: KioskView }): ReactElement {
  const { connected, lastSeenMs } = kiosk;
  const Icon = connected ? MonitorCheck : MonitorOff;
  return (
    <span className="inline-flex items-center gap-2">
      <Icon
        aria-hidden
        className={connected ? 'size-4 shrink-0 text-ok' : 'size-4 shrink-0 text-p2'}
      />
      {connected ? t('screens.connected') : <LastSeen atMs={lastSeenMs} />}
    </span>
  );
}

function LastSeen({ atMs }: { readonly atMs: number | undefined }): ReactElement {
  if (atMs === undefined) return <>{t('screens.never-seen')}</>;
  const time = new Date(atMs).toLocaleString(undefined, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return <time dateTime={new Date(atMs).toISOString()}>{t('screens.last-seen', { time })}</time>;
}
