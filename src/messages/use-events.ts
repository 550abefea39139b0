import { events } from './en-events.ts';
import { addWords } from './t.ts';

addWords(events);
