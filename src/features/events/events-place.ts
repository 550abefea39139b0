import type { EventFilter } from '../../device-access/event-queries.ts';
import { type EventTopic, eventTopics } from '../../domain/device-event.ts';

/** What the address says: which events are shown, and whether new ones wait. */
export interface EventsPlace {
  /** With commas between; empty is all. */
  readonly topics: string;
  /** Ids of cameras with commas between; empty is all. */
  readonly cameras: string;
  readonly paused: boolean;
}

export const noFilter = { topics: '', cameras: '' } as const;

export function topicsOf({ topics }: EventsPlace): readonly EventTopic[] {
  const named = parts(topics);
  return eventTopics.filter((topic) => named.includes(topic));
}

export function camerasOf({ cameras }: EventsPlace): readonly string[] {
  return parts(cameras);
}

export function isFiltered(place: EventsPlace): boolean {
  return topicsOf(place).length > 0 || camerasOf(place).length > 0;
}

/** What the proxy is asked for. */
export function filterOf(place: EventsPlace): EventFilter {
  const topics = topicsOf(place);
  const cameraIds = camerasOf(place);
  return {
    ...(topics.length > 0 && { topics: [...topics] }),
    ...(cameraIds.length > 0 && { cameraIds: [...cameraIds] }),
  };
}

/** A list in an address, with one more or one less. */
export function toggled(list: readonly string[], one: string): string {
  return (list.includes(one) ? list.filter((each) => each !== one) : [...list, one]).join(',');
}

const parts = (text: string) => [...new Set(text.split(',').filter((part) => part !== ''))];
