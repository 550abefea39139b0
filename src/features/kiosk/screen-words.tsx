import type { ReactElement, ReactNode } from 'react';

export interface ScreenWordsProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** Words in the middle of a screen, to be read from across a room. */
export function ScreenWords({ title, children }: ScreenWordsProps): ReactElement {
  return (
    <main className="kiosk kiosk-words">
      <h1 className="kiosk-title">{title}</h1>
      {children}
    </main>
  );
}
