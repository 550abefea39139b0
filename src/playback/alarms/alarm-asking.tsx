import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { AskForward } from './ask-forward.tsx';
import type { AskProps } from './ask-props.ts';
import { AskReason } from './ask-reason.tsx';
import { AskShelf } from './ask-shelf.tsx';
import { AskText } from './ask-text.tsx';
import { focusAlarm } from './focus-alarm.ts';
import type { AskingAction } from './use-alarm-handling.ts';

const parts: Readonly<Record<AskingAction, (props: AskProps) => ReactNode>> = {
  acknowledge: AskReason,
  shelve: AskShelf,
  forward: AskForward,
  note: AskText,
  'out-of-service': AskText,
};

/** Asks for what an action wants, in place: nothing is covered meanwhile. Esc goes back. */
export function AlarmAsking({ handling }: AskProps): ReactElement | null {
  if (handling.asking === null) return null;
  const Part = parts[handling.asking];
  return (
    <AskFrame key={handling.asking} onCancel={handling.cancel}>
      <Part handling={handling} />
    </AskFrame>
  );
}

interface AskFrameProps {
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** Takes the focus, and gives it back to the alarm. */
function AskFrame({ onCancel, children }: AskFrameProps): ReactElement {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = frame;
    const alarm = current?.closest('[data-alarm]');
    const answered = current?.querySelector<HTMLElement>('input:checked');
    (answered ?? current?.querySelector<HTMLElement>('input, select, button'))?.focus();
    return () => {
      if (document.activeElement === document.body && alarm) focusAlarm(alarm);
    };
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc belongs to the fields inside
    <div
      ref={frame}
      data-own-keys
      className="mt-2 rounded-control border border-line-ui bg-canvas p-3"
      onKeyDown={(event) => {
        // None of the keys of the alarm or of the wall while somebody fills this in.
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        focusAlarm(event.currentTarget);
        onCancel();
      }}
    >
      {children}
    </div>
  );
}
