import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { routes } from '../../api/routes.ts';
import { tlsQuery } from '../../device-access/account.ts';
import { t } from '../../messages/t.ts';

/** How this window reaches the server, and by which marks its certificate is known. */
export function ConnectionFacts(): ReactElement | null {
  const { data: tls } = useQuery(tlsQuery());
  if (tls === undefined) return null;
  const { mode, fingerprints, notAfterMs } = tls;
  return (
    <div className="flex flex-col gap-3 text-text-2">
      <p>{t(`account.connection.${mode}`)}</p>
      {fingerprints.authority !== null && (
        <Fingerprint name={t('account.connection.authority')} value={fingerprints.authority} />
      )}
      {fingerprints.certificate !== null && (
        <Fingerprint name={t('account.connection.certificate')} value={fingerprints.certificate} />
      )}
      {notAfterMs !== null && (
        <p>{t('account.connection.until', { date: new Date(notAfterMs).toLocaleDateString() })}</p>
      )}
      {mode === 'own-authority' && (
        <p>
          <a href={routes.authority} download className="text-accent underline">
            {t('account.connection.download')}
          </a>
        </p>
      )}
    </div>
  );
}

function Fingerprint({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <p className="flex flex-col">
      <span className="text-xs">{name}</span>
      <bdi dir="ltr" className="font-mono text-xs text-text wrap-anywhere">
        {value}
      </bdi>
    </p>
  );
}
