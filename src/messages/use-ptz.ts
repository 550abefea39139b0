import { ptz } from './en-ptz.ts';
import { addWords } from './t.ts';

addWords(ptz);
