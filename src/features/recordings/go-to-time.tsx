import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type RefObject, useState } from 'react';
import { proxyNowMs } from '../../device-access/proxy-now.ts';
import { camerasQuery, siteQuery } from '../../device-access/queries.ts';
import { readTypedTime } from '../../domain/typed-time.ts';
import { isoInZone, momentInZone } from '../../domain/zone-time.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClockStep } from '../../playback/recorded/use-clock.ts';

export interface GoToTimeProps {
  readonly clock: MasterClock;
  readonly zone: string;
  readonly field: RefObject<HTMLInputElement | null>;
}

type Verdict =
  | { readonly tone: 'wrong'; readonly text: string }
  | { readonly tone: 'note'; readonly text: string; readonly ofMs: number };

/** So long a note of a moment stays while that moment plays on. */
const noteMs = 10_000;

/** A time is typed as people write it; what cannot be read stays in the field. */
export function GoToTime({ clock, zone, field }: GoToTimeProps): ReactElement {
  const [last, setVerdict] = useState<Verdict | null>(null);
  const atMs = useClockStep(clock, 1000);
  // It lies over a picture: what is said of one moment is not said of another.
  const isPast = last?.tone === 'note' && Math.abs(atMs - last.ofMs) > noteMs;
  const verdict = isPast ? null : last;
  const cameras = useQuery(camerasQuery());
  const site = useQuery(siteQuery());
  // Until both are there nobody knows in which zone a time is meant.
  const isEarly = cameras.isPending || site.isPending;
  const go = (text: string) => {
    const nowMs = proxyNowMs();
    const time = readTypedTime(text, { zone, nowMs, dayOfMs: clock.state.atMs });
    if (time === null) return setVerdict({ tone: 'wrong', text: t('recordings.goto.unread') });
    if (time.atMs > nowMs) {
      const when = momentInZone(time.atMs, zone);
      return setVerdict({ tone: 'wrong', text: t('recordings.goto.future', { when }) });
    }
    clock.seek(time.atMs);
    if (field.current) field.current.value = '';
    field.current?.blur();
    const iso = isoInZone(time.atMs, zone);
    const [shown, offset] = [iso.slice(11, 16), iso.slice(-6)];
    setVerdict(
      time.oddity === null
        ? null
        : {
            tone: 'note',
            text: t(`recordings.goto.${time.oddity}`, { time: shown, offset }),
            ofMs: time.atMs,
          },
    );
  };
  return (
    <form
      className="relative"
      onSubmit={(event) => {
        event.preventDefault();
        go(field.current?.value ?? '');
      }}
    >
      <input
        ref={field}
        disabled={isEarly}
        aria-label={t('recordings.goto')}
        aria-describedby={verdict ? 'go-to-time-verdict' : undefined}
        aria-invalid={verdict?.tone === 'wrong' || undefined}
        placeholder={t('recordings.goto.example')}
        onChange={() => setVerdict(null)}
        onBlur={() => setVerdict(null)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
        className="h-8 w-48 rounded-control border border-line-ui bg-canvas px-2 text-sm pointer-coarse:h-11"
      />
      {verdict && (
        <p
          id="go-to-time-verdict"
          role="status"
          className="absolute start-0 top-full z-10 mt-1 w-64 rounded-control border border-line bg-raised px-2 py-1 text-sm shadow-xl"
        >
          {verdict.text}
        </p>
      )}
    </form>
  );
}
