import { devices } from './en-devices.ts';
import { addWords } from './t.ts';

addWords(devices);
