import '../messages/use-alarms.ts';
import '../messages/use-kiosk.ts';

export { KioskPage as KioskRoute } from '../features/kiosk/index.ts';
