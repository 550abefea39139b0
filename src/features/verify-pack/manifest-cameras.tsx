import type { ReactElement } from 'react';
import type { Manifest } from '../../api/exports.ts';
import { t } from '../../messages/t.ts';
import { FactRows } from '../../ui/fact-rows.tsx';
import { clockText, lackText } from './camera-words.ts';
import { shownTime } from './shown-time.ts';

/** A camera that records when something moves has thousands, of which no page is made. */
const mostGaps = 100;

/** Each camera with its device and clock, and what it did not give. */
export function ManifestCameras({ cameras }: Pick<Manifest, 'cameras'>): ReactElement {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-base font-semibold">{t('verify.cameras')}</h2>
      <ul className="grid gap-3 lg:grid-cols-2 print:grid-cols-1">
        {cameras.map((camera) => (
          <li
            key={camera.cameraId}
            className="flex flex-col gap-2 rounded-control border border-line bg-panel px-4 py-3 print:break-inside-avoid"
          >
            <h3 className="font-medium wrap-anywhere">{camera.name}</h3>
            <FactRows facts={factsOf(camera)} />
            {camera.gaps.length > 0 && (
              <details open={camera.gaps.length <= 3}>
                <summary className="min-h-6 cursor-pointer text-text-2">
                  {t('verify.gaps', { count: camera.gaps.length })}
                </summary>
                <ul className="mt-1 flex flex-col gap-0.5 ps-4">
                  {camera.gaps.slice(0, mostGaps).map(({ from, to }) => (
                    <li key={from}>
                      {t('verify.range', { from: shownTime(from), to: shownTime(to) })}
                    </li>
                  ))}
                  {camera.gaps.length > mostGaps && (
                    <li>{t('verify.gaps.more', { count: camera.gaps.length - mostGaps })}</li>
                  )}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function factsOf(camera: Manifest['cameras'][number]) {
  const { device, protocol, firmware, zone, clockOffsetMs, gaps, untoldFrom, problem } = camera;
  const made = firmware === null ? protocol : `${protocol}, ${firmware}`;
  const facts = [
    { label: t('verify.camera.device'), value: `${device} (${made})` },
    { label: t('verify.camera.zone'), value: zone },
    { label: t('verify.camera.clock'), value: clockText(clockOffsetMs) },
  ];
  if (problem !== null) facts.push({ label: t('verify.camera.problem'), value: lackText(problem) });
  else if (untoldFrom) {
    facts.push({ label: t('verify.camera.untold'), value: shownTime(untoldFrom) });
  } else if (gaps.length === 0) {
    facts.push({ label: t('verify.camera.gaps'), value: t('verify.camera.gaps.none') });
  }
  return facts;
}
