import type { ReactElement } from 'react';
import type { ShownAlarm } from '../../device-access/shown-alarms.ts';
import { t } from '../../messages/t.ts';
import { Button } from '../../ui/button.tsx';

export interface AsideLineProps {
  readonly shown: readonly ShownAlarm[];
  readonly onOpen: () => void;
}

/** How many are put aside, so that nobody forgets them. */
export function AsideLine({ shown, onOpen }: AsideLineProps): ReactElement | null {
  const of = (kind: 'shelved' | 'out-of-service') =>
    shown.filter(({ alarm }) => alarm.aside?.kind === kind).length;
  const shelved = of('shelved');
  const out = of('out-of-service');
  if (shelved + out === 0) return null;
  const both = shelved > 0 && out > 0 ? 'yes' : 'no';
  return (
    <p className="border-t border-line px-1 py-1">
      <Button look="quiet" onClick={onOpen}>
        {t('desk.aside', { shelved, out, both })}
      </Button>
    </p>
  );
}
