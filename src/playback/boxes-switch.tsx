import { Frame } from 'lucide-react';
import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import { t } from '../messages/t.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { boxesShown } from './boxes-shown.ts';

/** Whether frames are drawn around what moves, in every live picture of this browser. */
export function BoxesSwitch(): ReactElement {
  const on = useStore(boxesShown, (state) => state.on);
  return (
    <IconButton
      icon={Frame}
      label={t('tile.boxes')}
      pressed={on}
      onClick={() => boxesShown.setState({ on: !on })}
    />
  );
}
