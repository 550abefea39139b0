import type { EventFilter } from '../../../device-access/event-queries.ts';
import { type EventTopic, eventTopics } from '../../../domain/device-event.ts';

/** A column of events, as its person set it up. */
export interface Pane {
  readonly id: string;
  /** Empty: named by what it shows. */
  readonly name: string;
  /** Empty is all. */
  readonly topics: readonly EventTopic[];
  /** Empty is all. */
  readonly cameraIds: readonly string[];
  /** In px; null shares what is left with the others. */
  readonly width: number | null;
  readonly paused: boolean;
  /** A short tone with what comes. */
  readonly tone: boolean;
  /** Motion as one line per camera and parking as gauges, instead of a row for each report. */
  readonly sums: boolean;
}

export const mostPanes = 8;
export const longestName = 40;
const mostCameras = 100;
export const narrowestPane = 260;
export const widestPane = 1600;

/** What is told so often that a row for each says nothing. */
const summed: readonly EventTopic[] = ['motion', 'parking'];

export const newPane: Pane = {
  id: '',
  name: '',
  topics: [],
  cameraIds: [],
  width: null,
  paused: false,
  tone: false,
  sums: true,
};

export const panePresets = {
  everything: [],
  faults: ['call', 'tampering', 'recording', 'channel', 'connection', 'system'],
  plates: ['plate', 'parking'],
  objects: ['object'],
  motion: ['motion'],
  contacts: ['input', 'trigger', 'arming', 'tampering'],
} as const satisfies Readonly<Record<string, readonly EventTopic[]>>;
export type PanePreset = keyof typeof panePresets;
export const presetNames = Object.keys(panePresets) as readonly PanePreset[];

/** The preset whose topics these are. */
export function presetOf(topics: readonly EventTopic[]): PanePreset | undefined {
  return presetNames.find((preset) => {
    const named: readonly EventTopic[] = panePresets[preset];
    return named.length === topics.length && named.every((topic) => topics.includes(topic));
  });
}

export function paneShows({ topics }: Pane, topic: EventTopic): boolean {
  return topics.length === 0 || topics.includes(topic);
}

/** What its list asks for; null where nothing is left for a list. */
export function listFilter({ topics, cameraIds, sums }: Pane): EventFilter | null {
  const shown = topics.length === 0 ? eventTopics : topics;
  const listed = sums ? shown.filter((topic) => !summed.includes(topic)) : shown;
  if (listed.length === 0) return null;
  return {
    ...(listed.length < eventTopics.length && { topics: [...listed] }),
    ...(cameraIds.length > 0 && { cameraIds: [...cameraIds] }),
  };
}

/** A pane as it was stored, with everything that could not be one put right; null where it is none. */
export function readPane(stored: unknown): Pane | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const of = stored as Readonly<Record<string, unknown>>;
  if (typeof of.id !== 'string' || of.id === '') return null;
  const topics = texts(of.topics);
  return {
    id: of.id.slice(0, 20),
    name: typeof of.name === 'string' ? of.name.slice(0, longestName) : '',
    topics: eventTopics.filter((topic) => topics.includes(topic)),
    cameraIds: texts(of.cameraIds).slice(0, mostCameras),
    width: typeof of.width === 'number' ? boundedWidth(of.width) : null,
    paused: of.paused === true,
    tone: of.tone === true,
    sums: of.sums !== false,
  };
}

export function boundedWidth(width: number): number {
  return Math.round(Math.min(widestPane, Math.max(narrowestPane, width)));
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}
