import { Bookmark, CalendarDays, Ellipsis, FileOutput, Link2, List, Radio } from 'lucide-react';
import { type ReactElement, type ReactNode, type RefObject, useState } from 'react';
import type { CameraView } from '../../api/camera.ts';
import { t } from '../../messages/t.ts';
import type { MasterClock } from '../../playback/recorded/master-clock.ts';
import { useClockStep } from '../../playback/recorded/use-clock.ts';
import { pageBar } from '../../ui/bar-frame.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { CameraChoice } from './camera-choice.tsx';
import { GoToTime } from './go-to-time.tsx';
import { MonthCalendar } from './month-calendar.tsx';
import { type ZoneChoice, zoneChoices } from './playback-place.ts';

export interface PageBarProps {
  readonly heading: ReactNode;
  readonly cameras: readonly CameraView[];
  readonly chosen: readonly string[];
  readonly clock: MasterClock;
  /** In which times are read and shown. */
  readonly zone: string;
  readonly zoneChoice: ZoneChoice;
  readonly goToField: RefObject<HTMLInputElement | null>;
  readonly listShown: boolean;
  readonly on: {
    readonly cameras: (cameraIds: readonly string[]) => void;
    readonly zone: (choice: ZoneChoice) => void;
    readonly day: (fromMs: number, toMs: number) => void;
    readonly copyLink: () => void;
    /** Null for who may not. */
    readonly bookmark: (() => void) | null;
    /** Null for who may not. */
    readonly exporting: (() => void) | null;
    readonly live: () => void;
    readonly list: (shown: boolean) => void;
  };
}

/** Which cameras, and which time of them. */
export function PageBar(props: PageBarProps): ReactElement {
  const { heading, cameras, chosen, clock, zone, zoneChoice, goToField, listShown, on } = props;
  const [moreShown, setMoreShown] = useState(false);
  return (
    <header className={classNames(pageBar, 'max-sm:gap-x-1')}>
      {heading}
      <CameraChoice cameras={cameras} chosen={chosen} onChoose={on.cameras} />
      <CalendarButton cameraIds={chosen} clock={clock} zone={zone} onDay={on.day} />
      <IconButton
        icon={Ellipsis}
        label={t('recordings.more')}
        pressed={moreShown}
        aria-expanded={moreShown}
        className="sm:hidden [@media(max-height:500px)]:inline-flex!"
        onClick={() => setMoreShown(!moreShown)}
      />
      {/* On a phone the pictures come first, and the first row stays as it is. */}
      <div
        className={classNames(
          'contents max-sm:*:order-1',
          !moreShown && 'max-sm:hidden [@media(max-height:500px)]:hidden',
        )}
      >
        <GoToTime clock={clock} zone={zone} field={goToField} />
        <select
          aria-label={t('recordings.zone')}
          value={zoneChoice}
          onChange={(event) => {
            const choice = zoneChoices.find((each) => each === event.currentTarget.value);
            if (choice) on.zone(choice);
          }}
          className="h-8 rounded-control border border-line-ui bg-canvas px-1 text-sm pointer-coarse:h-11"
        >
          {zoneChoices.map((choice) => (
            <option key={choice} value={choice}>
              {t(`recordings.zone.${choice}`)}
            </option>
          ))}
        </select>
        <span className="grow" />
        <IconButton
          icon={List}
          label={t('recordings.list')}
          pressed={listShown}
          onClick={() => on.list(!listShown)}
        />
        {on.bookmark && (
          <IconButton icon={Bookmark} label={t('recordings.bookmark')} onClick={on.bookmark} />
        )}
        <IconButton icon={Link2} label={t('recordings.link')} onClick={on.copyLink} />
        {on.exporting && (
          <Button title={t('recordings.export.key')} onClick={on.exporting}>
            <FileOutput aria-hidden className="size-4" />
            {t('recordings.export')}
          </Button>
        )}
      </div>
      <Button
        className="max-sm:ms-auto max-sm:px-2 [@media(max-height:500px)]:ms-auto"
        onClick={on.live}
      >
        <Radio aria-hidden className="size-4" />
        {t('recordings.live')}
      </Button>
    </header>
  );
}

interface CalendarButtonProps {
  readonly cameraIds: readonly string[];
  readonly clock: MasterClock;
  readonly zone: string;
  readonly onDay: (fromMs: number, toMs: number) => void;
}

function CalendarButton({ cameraIds, clock, zone, onDay }: CalendarButtonProps): ReactElement {
  const [open, setOpen] = useState(false);
  const atMs = useClockStep(clock, 60_000);
  return (
    <>
      <IconButton
        icon={CalendarDays}
        label={t('recordings.calendar')}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('recordings.calendar')}
        closeLabel={t('shell.close')}
      >
        <MonthCalendar
          cameraIds={cameraIds}
          zone={zone}
          atMs={atMs}
          onDay={(fromMs, toMs) => {
            onDay(fromMs, toMs);
            setOpen(false);
          }}
        />
      </Dialog>
    </>
  );
}
