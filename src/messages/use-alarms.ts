import { alarms } from './en-alarms.ts';
import { addWords } from './t.ts';

addWords(alarms);
