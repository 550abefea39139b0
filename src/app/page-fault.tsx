import type { ErrorComponentProps } from '@tanstack/react-router';
import { panelWords } from '../messages/panel-words.ts';
import { PanelFault } from '../ui/panel-boundary.tsx';

/** In place of a page that failed; navigation and status stay. */
export function PageFault({ error, reset }: ErrorComponentProps) {
  return <PanelFault words={panelWords('page')} fault={error} onAgain={reset} />;
}
