import { type StreamQuality, streamQualities } from '../domain/stream.ts';

export interface LiveSearch {
  /** Tile that is selected, counted from 1. */
  readonly tile?: number;
  readonly dock?: boolean;
}

/** What an address may say of the wall; anything else is ignored. */
export function liveSearch(search: Readonly<Record<string, unknown>>): LiveSearch {
  const tile = Number(search.tile);
  return {
    ...(Number.isInteger(tile) && tile >= 1 && tile <= 100 && { tile }),
    ...(typeof search.dock === 'boolean' && { dock: search.dock }),
  };
}

export interface FocusSearch {
  readonly stream?: StreamQuality;
}

export function focusSearch(search: Readonly<Record<string, unknown>>): FocusSearch {
  const stream = streamQualities.find((quality) => quality === search.stream);
  return stream === undefined ? {} : { stream };
}

/** Which endpoint is open, and which the list shows. */
export interface ConsoleSearch {
  readonly endpoint?: string;
  readonly q?: string;
  readonly danger?: string;
  readonly role?: string;
}

const longestSearch = 128;
const longestList = 2048;

export function consoleSearch(search: Readonly<Record<string, unknown>>): ConsoleSearch {
  return texts(search, ['endpoint', 'q', 'danger', 'role']);
}

/** Which lines of the record are shown, and which one is open. */
export interface AuditSearch {
  readonly who?: string;
  readonly what?: string;
  readonly object?: string;
  readonly outcome?: string;
  readonly from?: string;
  readonly to?: string;
  readonly entry?: number;
}

export function auditSearch(search: Readonly<Record<string, unknown>>): AuditSearch {
  const entry = Number(search.entry);
  return {
    ...texts(search, ['who', 'what', 'object', 'outcome', 'from', 'to']),
    ...(Number.isSafeInteger(entry) && entry > 0 && { entry }),
  };
}

/** Which alarms are shown, as lists with commas. */
export interface AlarmsSearch {
  readonly state?: string;
  readonly prio?: string;
}

export function alarmsSearch(search: Readonly<Record<string, unknown>>): AlarmsSearch {
  return texts(search, ['state', 'prio']);
}

/** Which events are shown, as lists with commas, and which one is open. */
export interface EventsSearch {
  readonly topics?: string;
  readonly cameras?: string;
  readonly event?: string;
}

export function eventsSearch(search: Readonly<Record<string, unknown>>): EventsSearch {
  return {
    ...texts(search, ['topics', 'cameras'], longestList),
    ...texts(search, ['event']),
  };
}

const shiftSpans = ['8h', '12h', 'yesterday', 'typed'] as const;

/** The time of a report, as clocks at the site show it. */
export interface ShiftReportSearch {
  readonly span?: (typeof shiftSpans)[number];
  readonly from?: string;
  readonly to?: string;
}

export function shiftReportSearch(search: Readonly<Record<string, unknown>>): ShiftReportSearch {
  const span = shiftSpans.find((each) => each === search.span);
  return { ...texts(search, ['from', 'to']), ...(span !== undefined && { span }) };
}

/** Which rule is open; `new` for one that is being made. */
export interface RulesSearch {
  readonly rule?: string;
}

export function rulesSearch(search: Readonly<Record<string, unknown>>): RulesSearch {
  return texts(search, ['rule']);
}

/** Which cameras and which time of the recordings are shown. */
export interface PlaybackSearch {
  readonly cams?: string;
  readonly t?: string;
  readonly span?: string;
  readonly speed?: string;
  readonly zone?: string;
  /** `skip` hurries through what is quiet. */
  readonly quiet?: string;
  /** Begins to play at once. */
  readonly play?: 1;
}

export function playbackSearch(search: Readonly<Record<string, unknown>>): PlaybackSearch {
  return {
    ...texts(search, ['cams'], longestList),
    ...texts(search, ['t', 'span', 'speed', 'zone', 'quiet']),
    ...(Number(search.play) === 1 && { play: 1 }),
  };
}

/** Which bookmarks are searched for. */
export interface BookmarksSearch {
  readonly q?: string;
  readonly tag?: string;
  readonly camera?: string;
  readonly from?: string;
  readonly to?: string;
}

export function bookmarksSearch(search: Readonly<Record<string, unknown>>): BookmarksSearch {
  return texts(search, ['q', 'tag', 'camera', 'from', 'to']);
}

/** Which export somebody came for. */
export interface ExportsSearch {
  readonly export?: string;
}

export function exportsSearch(search: Readonly<Record<string, unknown>>): ExportsSearch {
  return texts(search, ['export']);
}

const caseShows = ['closed', 'all'] as const;

/** Which cases are shown; without a word those that are open. */
export interface CasesSearch {
  readonly q?: string;
  readonly show?: (typeof caseShows)[number];
}

export function casesSearch(search: Readonly<Record<string, unknown>>): CasesSearch {
  const show = caseShows.find((each) => each === search.show);
  return { ...texts(search, ['q']), ...(show !== undefined && { show }) };
}

function texts(
  search: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  longest = longestSearch,
): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const key of keys) {
    const value = search[key];
    // The router reads a bare number in an address as one.
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text !== '') kept[key] = text.slice(0, longest);
  }
  return kept;
}

export const peopleTabs = ['people', 'groups', 'sessions', 'screens'] as const;

export interface PeopleSearch {
  readonly tab?: (typeof peopleTabs)[number];
}

export function peopleSearch(search: Readonly<Record<string, unknown>>): PeopleSearch {
  const tab = peopleTabs.find((each) => each === search.tab);
  return tab === undefined ? {} : { tab };
}

export interface SignInSearch {
  /** Where the person was on the way to. */
  readonly to?: string;
}

export function signInSearch(search: Readonly<Record<string, unknown>>): SignInSearch {
  return typeof search.to === 'string' ? { to: search.to } : {};
}
