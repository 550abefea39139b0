import { sound } from './en-sound.ts';
import { addWords } from './t.ts';

addWords(sound);
