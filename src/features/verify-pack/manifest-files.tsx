import { type ReactElement, useState } from 'react';
import type { Manifest } from '../../api/exports.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { shownTime } from './shown-time.ts';

/** At first; a pack may hold thousands. */
const firstShown = 100;

/** Each file with its length and its sum, as the manifest has them. */
export function ManifestFiles({ files }: Pick<Manifest, 'files'>): ReactElement {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? files : files.slice(0, firstShown);
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t('verify.files', { count: files.length })}</h2>
      <ul className="flex flex-col">
        {shown.map(({ path, bytes, sha256, from, to, deviceMd5 }) => (
          <li
            key={path}
            className="flex flex-col gap-0.5 border-b border-line py-2 print:break-inside-avoid"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <span className="min-w-0 font-medium wrap-anywhere">{path}</span>
              <span className="whitespace-nowrap">{t('verify.bytes', { bytes })}</span>
            </div>
            {from !== null && to !== null && (
              <span className="text-text-2">
                {t('verify.range', { from: shownTime(from), to: shownTime(to) })}
              </span>
            )}
            <span className="font-mono text-xs wrap-anywhere text-text-2">SHA-256 {sha256}</span>
            {deviceMd5 !== null && (
              <span className="font-mono text-xs wrap-anywhere text-text-2">
                {t('verify.md5', { sum: deviceMd5.value })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {shown.length < files.length && (
        <Button className="self-start print:hidden" onClick={() => setShowsAll(true)}>
          {t('verify.files.all', { count: files.length })}
        </Button>
      )}
    </section>
  );
}
