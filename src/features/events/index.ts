export { EventsPage } from './events-page.tsx';
export type { EventsPlace } from './events-place.ts';
