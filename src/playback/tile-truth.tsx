import {
  Ban,
  CircleOff,
  Hourglass,
  KeyRound,
  LoaderCircle,
  type LucideIcon,
  MonitorX,
  Pause,
  ServerCrash,
  VideoOff,
  WifiOff,
} from 'lucide-react';
import type { ReactElement } from 'react';
import type { ChannelState } from '../domain/camera.ts';
import { t } from '../messages/t.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { AgeText } from './age-text.tsx';
import type { PictureState, PictureTruth } from './picture-truth.ts';
import { TruthChips } from './truth-chips.tsx';
import { formatClock, truthWords } from './truth-words.ts';
import { useSettled } from './use-settled.ts';

const flowing = new Set<PictureState>(['live', 'degraded', 'still']);
/** States that nobody needs to hear of. */
const unspoken = new Set<PictureState>([...flowing, 'paused', 'connecting']);

const icons: Partial<Record<PictureState, LucideIcon>> = {
  paused: Pause,
  connecting: LoaderCircle,
  stale: Hourglass,
  offline: WifiOff,
  login: KeyRound,
  blocked: Ban,
  'no-signal': VideoOff,
  service: ServerCrash,
  unsupported: MonitorX,
};

const spinnerAfterMs = 2000;
const speakAfterMs = 1500;

export interface TileTruthProps {
  readonly truth: PictureTruth;
  readonly channel: ChannelState;
  readonly cameraName: string;
  /** Absent where nobody could press a button. */
  readonly onRetry: (() => void) | undefined;
  readonly onOpenDevice?: (() => void) | undefined;
}

/** Says over a picture what it is worth: words and shape, never colour alone. */
export function TileTruth(props: TileTruthProps): ReactElement {
  const { truth, channel, cameraName } = props;
  const words = truthWords(truth, channel);
  const spoken = useSettled(`${cameraName}: ${words.title}. ${words.what}`, speakAfterMs);
  const waited = useSettled(truth.sinceMs, spinnerAfterMs) === truth.sinceMs;
  const quiet = truth.state === 'connecting' && !waited && words.what === '';
  return (
    <div className="@container pointer-events-none absolute inset-0 overflow-hidden">
      {!flowing.has(truth.state) && !quiet && <TruthPanel {...props} />}
      <div className="absolute start-1 top-1 flex flex-wrap gap-1">
        {truth.notRecordingSinceMs !== undefined && (
          <span className="inline-flex items-center gap-1 rounded-sm bg-black/80 px-1 font-semibold text-white text-xs">
            <CircleOff aria-hidden className="size-3 shrink-0" />
            <AgeText message="tile.not-recording" sinceMs={truth.notRecordingSinceMs} />
          </span>
        )}
        <TruthChips truth={truth} />
      </div>
      <span role="status" className="sr-only">
        {unspoken.has(truth.state) ? '' : (spoken ?? '')}
      </span>
    </div>
  );
}

/** The last picture stays visible under `stale`, without its colours and hatched. */
function TruthPanel({ truth, channel, onRetry, onOpenDevice }: TileTruthProps): ReactElement {
  const words = truthWords(truth, channel);
  const Icon = icons[truth.state] ?? Pause;
  const stale = truth.state === 'stale';
  const mendable = truth.state !== 'connecting' && truth.state !== 'paused';
  const { attempt, retryInMs, lastPictureAtMs } = truth;
  return (
    <div
      className={classNames(
        'absolute inset-0 grid place-items-center p-1 @min-[320px]:p-4',
        stale ? 'picture-stale' : truth.state !== 'connecting' && 'bg-canvas/85',
      )}
    >
      <div
        className={classNames(
          'flex max-h-full max-w-[64ch] flex-col items-center gap-1 overflow-hidden rounded-control px-2 py-1 text-center',
          'text-text text-xs @min-[320px]:text-sm @min-[1200px]:text-lg',
          stale && 'bg-black/75',
        )}
      >
        <Icon
          aria-hidden
          className={classNames(
            'size-4 shrink-0 @min-[320px]:size-6',
            truth.state === 'connecting' && 'animate-spin motion-reduce:animate-none',
          )}
        />
        <p className="font-semibold">
          {stale && lastPictureAtMs !== undefined ? (
            <AgeText message="tile.stale.age" sinceMs={lastPictureAtMs} />
          ) : (
            words.title
          )}
        </p>
        {words.what !== '' && <p className="hidden @min-[240px]:block">{words.what}</p>}
        {words.todo !== '' && (
          <p
            className={classNames(
              'hidden text-text-2',
              // The last picture is still worth seeing: advice may not cover it.
              stale ? '@min-[720px]:block' : '@min-[420px]:block',
            )}
          >
            {words.todo}
          </p>
        )}
        {mendable && (
          <p className="hidden text-text-2 @min-[240px]:block">
            {[
              t('tile.since', { time: formatClock(lastPictureAtMs ?? truth.sinceMs) }),
              attempt > 0 && t('tile.attempt', { attempt }),
              retryInMs !== undefined &&
                t('tile.next-try', { seconds: Math.ceil(retryInMs / 1000) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {mendable && onRetry !== undefined && (
          <div className="pointer-events-auto mt-1 hidden gap-2 @min-[240px]:flex">
            <Button onClick={onRetry}>{t('tile.retry')}</Button>
            {onOpenDevice !== undefined && (
              <Button onClick={onOpenDevice}>{t('tile.open-device')}</Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
