export { ConsolePage } from './console-page.tsx';
export type { ConsolePlace } from './console-place.ts';
