import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { siteQuery } from '../../device-access/queries.ts';
import { useProxyNow } from '../../device-access/use-proxy-now.ts';
import { useSession } from '../../device-access/use-session.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';

/** What a sheet of paper must say of itself; on the screen the page around it does. */
export function PrintedBy({ zone }: { readonly zone: string }): ReactElement {
  const site = useQuery(siteQuery()).data?.name ?? '';
  const session = useSession();
  const time = momentInZone(useProxyNow(), zone);
  const name = session?.state === 'signed-in' ? session.person.name : '';
  return (
    <p className="hidden justify-between gap-4 border-b border-line pb-2 text-xs print:flex">
      <span>{site}</span>
      <span>{t('cases.printed', { name, time })}</span>
    </p>
  );
}
