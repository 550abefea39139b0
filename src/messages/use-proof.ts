import { proof } from './en-proof.ts';
import { recordings } from './en-recordings.ts';
import { addWords } from './t.ts';

addWords(recordings);
addWords(proof);
