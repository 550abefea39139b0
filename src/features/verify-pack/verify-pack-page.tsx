import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { exportKeyQuery } from '../../device-access/export-key.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import { BarFrame } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ManifestView } from './manifest-view.tsx';
import { PackDrop } from './pack-drop.tsx';
import { usePackCheck } from './use-pack-check.ts';
import { VerdictNotice } from './verdict-notice.tsx';
import { signerOf } from './verdict-words.ts';

/** Whether an evidence pack is as it was written; the file does not leave the browser. */
export function VerifyPackPage({ heading }: { readonly heading: ReactNode }): ReactElement {
  const ownKey = useQuery(exportKeyQuery());
  const zone = useSiteZone();
  const { check, start, cancel } = usePackCheck();
  const verdict = check.state === 'done' && !ownKey.isPending ? check.verdict : null;
  const signer = verdict && signerOf(verdict, ownKey.data?.publicKey);
  return (
    <BarFrame
      heading={heading}
      actions={
        verdict && (
          <Button onClick={() => window.print()} className="print:hidden">
            <Printer aria-hidden className="size-4" />
            {t('verify.print')}
          </Button>
        )
      }
    >
      <div className="flex max-w-[90rem] flex-col gap-4 px-5 pt-4 pb-8">
        <p className="text-text-2 print:hidden">{t('verify.lead')}</p>
        <PackDrop onFile={start} />
        {check.state === 'running' && (
          <div className="flex flex-wrap items-end gap-4">
            <ProgressBar
              className="grow"
              value={check.bytes}
              max={check.file.size}
              label={t('verify.progress', {
                name: check.file.name,
                percent: Math.floor((100 * check.bytes) / Math.max(1, check.file.size)),
              })}
            />
            <Button onClick={cancel}>{t('verify.cancel')}</Button>
          </div>
        )}
        {check.state === 'failed' && (
          <Notice tone="error" title={t('verify.failed', { name: check.file.name })}>
            {t('verify.failed.todo')}
          </Notice>
        )}
        {check.state === 'done' && (
          <p className="wrap-anywhere">
            {t('verify.of', {
              name: check.file.name,
              bytes: check.file.size,
              time: momentInZone(check.atMs, zone),
              zone,
            })}
          </p>
        )}
        {verdict && signer && <VerdictNotice verdict={verdict} signer={signer} />}
        {verdict?.manifest && signer && (
          <ManifestView manifest={verdict.manifest} signer={signer} />
        )}
      </div>
    </BarFrame>
  );
}
