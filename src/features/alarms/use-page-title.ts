import { useEffect } from 'react';
import { t } from '../../messages/t.ts';

const icons = { quiet: '/icon.svg', waiting: '/icon-alarm.svg' } as const;

/** Shows outside the page how many wait: in the title, the icon of the tab and of the app. */
export function usePageTitle(waiting: number): void {
  useEffect(() => {
    show(waiting);
    return () => show(0);
  }, [waiting]);
}

function show(waiting: number): void {
  const product = t('shell.product');
  document.title = waiting === 0 ? product : `(${waiting}) ${product}`;
  const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  icon?.setAttribute('href', waiting === 0 ? icons.quiet : icons.waiting);
  if (!('setAppBadge' in navigator)) return;
  const badge = waiting === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(waiting);
  // Not every browser that has badges gives one to every page.
  badge.catch(() => undefined);
}
