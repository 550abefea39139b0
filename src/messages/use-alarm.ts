import { alarm } from './en-alarm.ts';
import { addWords } from './t.ts';

addWords(alarm);
