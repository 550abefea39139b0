import { type EventTopic, eventTopics } from '../../domain/device-event.ts';
import { newPane, type Pane } from './panes/pane.ts';

/** What the address says: a choice of events that somebody shares, and the event that is open. */
export interface EventsPlace {
  /** With commas between; empty is all. */
  readonly topics: string;
  /** Ids of cameras with commas between; empty is all. */
  readonly cameras: string;
  /** Empty for none. */
  readonly event: string;
}

export const noFilter = { topics: '', cameras: '' } as const;

export const sharedPaneId = 'shared';

/** The pane that the address asks for; null where it shows a person's own. */
export function sharedPane({ topics, cameras }: EventsPlace): Pane | null {
  const named = parts(topics);
  const cameraIds = parts(cameras);
  const known = eventTopics.filter((topic) => named.includes(topic));
  if (known.length === 0 && cameraIds.length === 0) return null;
  return { ...newPane, id: sharedPaneId, topics: known, cameraIds, sums: false };
}

export function placeOf({
  topics,
  cameraIds,
}: Pick<Pane, 'topics' | 'cameraIds'>): Pick<EventsPlace, 'topics' | 'cameras'> {
  return { topics: topics.join(','), cameras: cameraIds.join(',') };
}

/** A list with one more or one less. */
export function toggled<Item extends EventTopic | string>(
  list: readonly Item[],
  one: Item,
): readonly Item[] {
  return list.includes(one) ? list.filter((each) => each !== one) : [...list, one];
}

const parts = (text: string) => [...new Set(text.split(',').filter((part) => part !== ''))];
