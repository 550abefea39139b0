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
