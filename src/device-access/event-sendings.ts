import { queryOptions } from '@tanstack/react-query';
import type { EventSending, SendingPlaces, SentEvent } from '../api/event-sending.ts';
import { routes } from '../api/routes.ts';
import { askAgainAfterFailure } from './ask-again.ts';
import { requestJson } from './request.ts';

/** A device may be slow to answer, and is asked for its presets first. */
const deviceTimeoutMs = 30_000;

/** Who takes what; read anew whenever it is shown. */
export function sendingPlacesQuery() {
  return queryOptions({
    queryKey: ['event-sendings'],
    queryFn: async ({ signal }) =>
      (await requestJson<SendingPlaces>(routes.eventSendings, { signal })).devices,
    staleTime: 0,
    ...askAgainAfterFailure,
  });
}

/** Tells a device of an event. Never tried again by itself: it may have been told already. */
export function sendEvent(sending: EventSending): Promise<SentEvent> {
  return requestJson<SentEvent>(routes.eventSendings, {
    method: 'POST',
    body: sending,
    timeoutMs: deviceTimeoutMs,
  });
}
