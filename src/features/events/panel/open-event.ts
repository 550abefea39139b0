import { createContext, use } from 'react';
import type { EventView } from '../../../api/events.ts';

export interface OpenEvent {
  /** Empty for none. */
  readonly openId: string;
  /** @param ids of its neighbours, the newest first */
  readonly open: (event: EventView, ids: readonly string[]) => void;
}

/** How a row opens what it tells, wherever it stands. */
export const OpenEventContext = createContext<OpenEvent>({ openId: '', open: () => undefined });

export const useOpenEvent = (): OpenEvent => use(OpenEventContext);
