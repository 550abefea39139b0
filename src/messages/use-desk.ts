import './use-alarms.ts';
import { desk } from './en-desk.ts';
import { addWords } from './t.ts';

addWords(desk);
