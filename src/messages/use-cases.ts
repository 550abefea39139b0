import { cases } from './en-cases.ts';
import { addWords } from './t.ts';

addWords(cases);
