import { verify } from './en-verify.ts';
import { addWords } from './t.ts';

addWords(verify);
