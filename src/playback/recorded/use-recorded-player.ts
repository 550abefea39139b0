import {
  type RefObject,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { footageOf } from './footage.ts';
import type { MasterClock } from './master-clock.ts';
import { RecordedPlayer, type RecordedState } from './recorded-player.ts';

const loading: RecordedState = { kind: 'loading' };
const never = () => () => undefined;
const stillLoading = () => loading;

export interface UsedPlayer {
  /** Of the element in which it shows its pictures. */
  readonly host: RefObject<HTMLDivElement | null>;
  /** Null until it is mounted. */
  readonly player: RecordedPlayer | null;
  readonly state: RecordedState;
  readonly retry: () => void;
}

/** A camera in the past that follows a clock for as long as the component is there. */
export function useRecordedPlayer(cameraId: string, clock: MasterClock): UsedPlayer {
  const host = useRef<HTMLDivElement | null>(null);
  const [player, setPlayer] = useState<RecordedPlayer | null>(null);
  useEffect(() => {
    const made = new RecordedPlayer(footageOf(cameraId));
    if (host.current) made.mount(host.current);
    const leave = clock.lead(made);
    setPlayer(made);
    clock.tick();
    return () => {
      leave();
      made.unmount();
    };
  }, [cameraId, clock]);
  const state = useSyncExternalStore(player?.subscribe ?? never, player?.state ?? stillLoading);
  const retry = useCallback(() => player?.retry(), [player]);
  return { host, player, state, retry };
}
