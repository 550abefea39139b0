import { alarms } from './en-alarms.ts';
import { desk } from './en-desk.ts';
import { addWords } from './t.ts';

addWords(alarms);
addWords(desk);
