import { places } from './en-places.ts';
import { addWords } from './t.ts';

addWords(places);
