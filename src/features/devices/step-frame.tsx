import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { centredColumn } from '../../ui/page-frame.tsx';

export interface StepFrameProps {
  readonly title: string;
  readonly text?: string | undefined;
  readonly onSubmit: () => void;
  readonly back: ReactNode;
  readonly next: ReactNode;
  /** Moves focus to the title when the step opens; off where a field takes it. */
  readonly focusTitle?: boolean;
  readonly children: ReactNode;
}

/** Title, content, and one row of buttons that stays in reach however long the content is. */
export function StepFrame(props: StepFrameProps): ReactElement {
  const { title, text, onSubmit, back, next, focusTitle = false, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (focusTitle) heading.current?.focus();
  }, [focusTitle]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 grow flex-col">
      <div className={`w-full grow px-4 py-6 sm:px-8 ${centredColumn}`}>
        <h2
          ref={heading}
          tabIndex={-1}
          className="text-lg font-semibold wrap-anywhere shadow-none outline-none"
        >
          {title}
        </h2>
        {text !== undefined && <p className="mt-1 max-w-2xl text-pretty text-text-2">{text}</p>}
        <div className="mt-6">{children}</div>
      </div>
      <footer className="sticky bottom-0 z-10 border-t border-line bg-panel">
        <div
          className={`flex flex-wrap items-center justify-between gap-3 px-4 py-3 sm:px-8 ${centredColumn}`}
        >
          <div className="flex gap-2">{back}</div>
          <div className="flex flex-wrap justify-end gap-2">{next}</div>
        </div>
      </footer>
    </form>
  );
}
