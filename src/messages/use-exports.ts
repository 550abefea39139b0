import { exports } from './en-exports.ts';
import { addWords } from './t.ts';

addWords(exports);
