export { KioskPage as KioskRoute } from '../features/kiosk/index.ts';
