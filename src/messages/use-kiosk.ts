import { kiosk } from './en-kiosk.ts';
import { addWords } from './t.ts';

addWords(kiosk);
