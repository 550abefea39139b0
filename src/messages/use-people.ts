import { people } from './en-people.ts';
import { addWords } from './t.ts';

addWords(people);
