export { PlaybackPage } from './playback-page.tsx';
export type { PlaybackPlace } from './playback-place.ts';
export { zoneChoices } from './playback-place.ts';
export type { KeptMoment, WantedExport } from './playback-roads.ts';
