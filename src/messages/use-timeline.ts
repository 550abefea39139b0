import { timeline } from './en-timeline.ts';
import { addWords } from './t.ts';

addWords(timeline);
