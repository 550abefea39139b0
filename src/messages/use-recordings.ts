import { recordings } from './en-recordings.ts';
import { addWords } from './t.ts';

addWords(recordings);
