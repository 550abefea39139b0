export { KioskPage } from './kiosk-page.tsx';
