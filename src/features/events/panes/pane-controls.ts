import type { Pane } from './pane.ts';

/** What can be done with a pane; what is absent cannot. */
export interface PaneControls {
  readonly onChange: (change: Partial<Pane>) => void;
  readonly onRemove?: (() => void) | undefined;
  readonly onEarlier?: (() => void) | undefined;
  readonly onLater?: (() => void) | undefined;
  /** Whether it has a width of its own. */
  readonly sizable: boolean;
}
