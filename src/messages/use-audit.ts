import { audit } from './en-audit.ts';
import { addWords } from './t.ts';

addWords(audit);
