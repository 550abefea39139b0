import { alarms } from './en-alarms.ts';
import { shift } from './en-shift.ts';
import { addWords } from './t.ts';

addWords(alarms);
addWords(shift);
