import type { ReactElement } from 'react';
import type { ProbeCandidate } from '../../api/probe.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface ProbeVerdictProps {
  readonly candidates: readonly ProbeCandidate[];
  /** Offers the other candidates; absent while the protocol is settled. */
  readonly onChoose?: ((protocolId: string) => void) | undefined;
}

/** Which protocol it is taken for, how surely, and what speaks for it. */
export function ProbeVerdict({ candidates, onChoose }: ProbeVerdictProps): ReactElement | null {
  const [best, ...others] = candidates.toSorted((a, b) => b.confidence - a.confidence);
  if (best === undefined) return null;
  return (
    <section className="rounded-control border border-line bg-panel p-4">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-3 font-semibold">
        {t('devices.check.which', { protocol: best.protocolName })}
        <Confidence of={best} />
      </h3>
      <Evidence of={best} />
      {others.length > 0 && (
        <>
          <h4 className="mt-4 border-t border-line pt-3 text-xs text-text-2">
            {t('devices.check.others')}
          </h4>
          <ul className="flex flex-col gap-2">
            {others.map((candidate) => (
              <li
                key={candidate.protocolId}
                className="flex flex-wrap items-center justify-between gap-x-3"
              >
                <span>
                  {candidate.protocolName} <Confidence of={candidate} />
                </span>
                {onChoose !== undefined && (
                  <Button
                    look="quiet"
                    className="-ms-3"
                    onClick={() => onChoose(candidate.protocolId)}
                  >
                    {t('devices.check.useInstead', { protocol: candidate.protocolName })}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Confidence({ of }: { readonly of: ProbeCandidate }): ReactElement {
  return (
    <span className="text-xs font-normal text-text-2">
      {t('devices.check.confidence', { percent: Math.round(of.confidence * 100) })}
    </span>
  );
}

function Evidence({ of }: { readonly of: ProbeCandidate }): ReactElement {
  const facts = [
    { label: t('devices.check.asked'), value: of.asked },
    { label: t('devices.check.answered'), value: of.evidence },
  ];
  return (
    <dl className="mt-2 grid grid-cols-[auto_1fr] items-baseline gap-x-3 gap-y-1">
      {facts.map(({ label, value }) => (
        <div key={label} className="contents">
          <dt className="text-xs text-text-2">{label}</dt>
          <dd dir="ltr" className="min-w-0 font-mono text-xs wrap-anywhere">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
