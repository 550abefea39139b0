import { console } from './en-console.ts';
import { addWords } from './t.ts';

addWords(console);
