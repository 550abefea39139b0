import { type ReactElement, useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import type { EventView } from '../../../api/events.ts';
import { hearEvents } from '../../../device-access/event-feed.ts';
import { t } from '../../../messages/t.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Pane } from '../panes/pane.ts';
import { callsFor } from './calls-for.ts';
import { TonePlayer, toneState } from './tone-player.ts';

export interface PaneTonesProps {
  readonly panes: readonly Pane[];
}

/** A short tone with what comes to a pane that has it switched on, and what to do where none is heard. */
export function PaneTones({ panes }: PaneTonesProps): ReactElement | null {
  return panes.some(({ tone }) => tone) ? <Tones panes={panes} /> : null;
}

function Tones({ panes }: PaneTonesProps): ReactElement {
  const blocked = useStore(toneState, (state) => state.blocked);
  const isCalled = useEffectEvent((events: readonly EventView[]) =>
    events.some((event) => panes.some((pane) => callsFor(pane, event))),
  );
  useEffect(() => {
    const player = new TonePlayer();
    const allow = () => player.allow();
    const leave = hearEvents((events) => {
      if (isCalled(events)) player.play(performance.now());
    });
    window.addEventListener('pointerdown', allow);
    window.addEventListener('keydown', allow);
    return () => {
      window.removeEventListener('pointerdown', allow);
      window.removeEventListener('keydown', allow);
      leave();
      player.end();
    };
  }, []);
  return (
    <div className="px-4 pb-3 empty:hidden sm:px-8">
      {blocked && (
        // The click itself is what the browser waits for, wherever it falls.
        <Notice
          tone="info"
          title={t('events.tone.blocked')}
          actions={<Button>{t('events.tone.allow')}</Button>}
        >
          {t('events.tone.blocked.text')}
        </Notice>
      )}
    </div>
  );
}
