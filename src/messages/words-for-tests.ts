import { en } from './en.ts';
import { addWords } from './t.ts';

// A component test mounts a part without the route that brings its words.
addWords(en);
