import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { ProbeFindings } from '../../api/probe.ts';
import { devicesQuery } from '../../device-access/queries.ts';
import { t } from '../../messages/t.ts';
import { Notice } from '../../ui/notice.tsx';

/** What the check ended with; says early when the address is in the list already. */
export function Found({ findings }: { readonly findings: ProbeFindings }): ReactElement {
  const { data: devices } = useQuery(devicesQuery());
  const { product, protocolName, cameras, address } = findings;
  const known = devices?.find((device) => device.address === address);
  return (
    <>
      <Notice
        tone="done"
        title={t('devices.check.found', {
          name: product ?? protocolName,
          count: cameras.length,
        })}
      >
        {t('devices.check.foundText')}
      </Notice>
      {known !== undefined && (
        <Notice
          tone="warning"
          title={t('devices.check.known', { name: known.name })}
          actions={
            <Link
              to="/devices/$deviceId"
              params={{ deviceId: known.id }}
              className="inline-flex min-h-8 pointer-coarse:min-h-11 items-center text-accent underline-offset-4 hover:underline"
            >
              {t('devices.done.open')}
            </Link>
          }
        >
          {t('devices.check.knownTodo')}
        </Notice>
      )}
    </>
  );
}
