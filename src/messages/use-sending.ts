import { sending } from './en-sending.ts';
import { addWords } from './t.ts';

addWords(sending);
