import { bookmarks } from './en-bookmarks.ts';
import { addWords } from './t.ts';

addWords(bookmarks);
