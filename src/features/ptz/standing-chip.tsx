import { useStore } from 'zustand';
import { controlState } from '../../device-access/control-state.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Helm } from './helm.ts';
import { useRefusal } from './use-refusal.ts';
import { useSteeringReport } from './use-steering-report.ts';

/**
 * What must be seen without the rail, in full screen or scrolled away on a phone: the most pressing
 * alone. The rail has it read out already.
 */
export function StandingChip({ helm }: { readonly helm: Helm }) {
  const report = useSteeringReport(helm.cameraId);
  const lost = useStore(controlState, (state) => state.state === 'lost');
  const refusal = useRefusal(helm);
  const unconfirmed = report?.motion === 'unconfirmed';
  const holder = report?.holder;
  const text = [
    unconfirmed && t('ptz.unconfirmed.short'),
    lost && t('ptz.lost.short'),
    refusal !== null && problemText(refusal).what,
    holder && !holder.own && t('ptz.holder.other', { name: holder.name }),
  ].find((each) => typeof each === 'string');
  if (text === undefined) return null;
  return (
    <p
      aria-hidden
      className={classNames(
        'pointer-events-none absolute start-2 top-8 max-w-[calc(100%-1rem)] rounded-control px-2 py-1 text-xs font-semibold',
        unconfirmed ? 'bg-p1 text-black' : 'bg-black/80 text-white',
      )}
    >
      {text}
    </p>
  );
}
