import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The text of a library, to be put into a page as it comes. */
export function library(file: string): string {
  return readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
}
