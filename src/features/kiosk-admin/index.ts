export { ScreensPanel } from './screens-panel.tsx';
