import { useMemo } from 'react';
import { useMay } from '../../device-access/use-session.ts';
import { useSiteZone } from '../../device-access/use-site-zone.ts';
import { useNarrow } from '../../ui/use-narrow.ts';
import type { DeskScope } from './desk-scope.ts';

/** What the app tells the desk. */
export interface DeskRoads {
  readonly singleKeys: boolean;
  readonly openAlarm: (alarmId: string) => void;
  /** To the page of all alarms. */
  readonly openAll: () => void;
}

export function useDeskScope({ singleKeys, openAlarm }: DeskRoads): DeskScope {
  const zone = useSiteZone();
  const narrow = useNarrow();
  const supervises = useMay('supervise');
  return useMemo(
    () => ({ zone, singleKeys, narrow, supervises, onOpen: openAlarm }),
    [zone, singleKeys, narrow, supervises, openAlarm],
  );
}
