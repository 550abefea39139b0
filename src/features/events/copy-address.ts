import { t } from '../../messages/t.ts';
import { showToast } from '../../ui/toast-store.ts';
import type { EventsPlace } from './events-place.ts';

/** Puts an address of this page where it can be pasted. */
export async function copyAddress(place: Partial<EventsPlace>): Promise<void> {
  const address = new URL('/events', window.location.href);
  for (const [key, value] of Object.entries(place)) {
    if (value !== '') address.searchParams.set(key, value);
  }
  try {
    await navigator.clipboard.writeText(address.href);
    showToast({ text: t('events.copied'), tone: 'done' });
  } catch {
    // A page that did not come by https has no clipboard: the address can be copied by hand.
    showToast({ text: t('events.notCopied', { address: address.href }), tone: 'failed' });
  }
}
