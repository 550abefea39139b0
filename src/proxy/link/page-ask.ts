import type { Question } from './authenticated-transport.ts';

/** The page itself, one of its parts (where nothing is said), or a WebSocket of it. */
export type PageKind = 'entry' | 'socket';

/**
 * How a page is asked for. A refusal of the page itself counts against the password like any
 * other. Its parts are whatever a script in a browser thinks of: open to everybody or to nobody,
 * they tell nothing of our account, and must not be able to lock it.
 */
export function pageAsk<Ask extends Omit<Question, 'signal'>>(ask: Ask, kind?: PageKind): Ask {
  if (kind === 'entry') return ask;
  return {
    ...ask,
    place: { name: 'page', provesPassword: false },
    expectsRefusal: true,
    ...(kind === 'socket' ? { overSocket: 'both-ways' } : {}),
  };
}
