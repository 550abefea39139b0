import { rules } from './en-rules.ts';
import { addWords } from './t.ts';

addWords(rules);
