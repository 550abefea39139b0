import {
  CloudOff,
  Hourglass,
  LoaderCircle,
  type LucideIcon,
  MonitorX,
  VideoOff,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { momentInZone } from '../../domain/zone-time.ts';
import { problemText } from '../../messages/problem-text.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { useDelayed } from '../../ui/use-delayed.ts';
import type { RecordedState } from './recorded-player.ts';

export interface RecordedWordsProps {
  readonly state: RecordedState;
  readonly zone: string;
  readonly onRetry: () => void;
}

/** Says over the place of a picture why there is none. */
export function RecordedWords({ state, zone, onRetry }: RecordedWordsProps): ReactElement | null {
  if (state.kind === 'shown') return null;
  if (state.kind === 'loading') return <Loading />;
  const { icon: Icon, what, todo } = wordsOf(state, zone);
  return (
    // In a small picture the words keep clear of the name below them and of the button beside them.
    <div className="absolute inset-0 grid place-items-center overflow-hidden bg-canvas/85 p-2 pt-7 @max-[280px]:pt-6 @max-[280px]:pb-6 @max-[280px]:pointer-coarse:pe-12">
      <div role="status" className="flex max-w-[56ch] flex-col items-center gap-1 text-center">
        <Icon aria-hidden className="size-5 shrink-0 @max-[280px]:hidden" />
        <p className="font-semibold @max-[280px]:text-xs @max-[280px]:leading-tight">{what}</p>
        {todo !== '' && (
          <p
            className={classNames(
              'hidden text-text-2',
              // In a small picture the button comes first.
              state.kind === 'failed' ? '@min-[440px]:block' : '@min-[280px]:block',
            )}
          >
            {todo}
          </p>
        )}
        {state.kind === 'failed' && (
          <Button className="mt-1" onClick={onRetry}>
            {t('recorded.retry')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Loading(): ReactElement {
  const waited = useDelayed(400);
  return (
    <div className="pointer-events-none absolute inset-0 grid place-items-center">
      <p
        role="status"
        className={classNames(
          'flex items-center gap-2 rounded-control bg-black/75 px-2 py-1 text-white',
          !waited && 'opacity-0',
        )}
      >
        <LoaderCircle aria-hidden className="size-4 animate-spin motion-reduce:animate-none" />
        {t('recorded.loading')}
      </p>
    </div>
  );
}

interface Words {
  readonly icon: LucideIcon;
  readonly what: string;
  readonly todo: string;
}

function wordsOf(
  state:
    | Exclude<RecordedState, { kind: 'shown' | 'loading' }>
    | { kind: 'not-yet' | 'not-offered' },
  zone: string,
): Words {
  switch (state.kind) {
    case 'nothing': {
      const { untilMs } = state;
      const what =
        untilMs === null
          ? t('recorded.nothing')
          : t('recorded.nothing.until', { time: unbroken(momentInZone(untilMs, zone)) });
      return { icon: VideoOff, what, todo: '' };
    }
    case 'not-yet':
      return { icon: Hourglass, what: t('recorded.not-yet'), todo: t('recorded.not-yet.todo') };
    case 'failed':
      return { icon: CloudOff, ...problemText(state.problem) };
    default:
      return { icon: MonitorX, what: t('recorded.not-offered'), todo: '' };
  }
}

/** A date is not cut at its hyphens; in a small picture its time is on the next line. */
function unbroken(moment: string): string {
  return moment.replaceAll('-', '\u2011');
}
