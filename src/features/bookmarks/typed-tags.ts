import { longestTag, mostTags } from '../../api/bookmarks.ts';

export interface TypedTags {
  readonly tags: readonly string[];
  readonly fault: 'many' | 'long' | null;
}

/** What somebody wrote with commas; the same word twice is one tag, whatever its case. */
export function typedTags(text: string): TypedTags {
  const tags = new Map<string, string>();
  for (const part of text.split(/[,;\n]/)) {
    const tag = part.trim().replaceAll(/\s+/g, ' ');
    const key = tag.toLowerCase();
    if (tag !== '' && !tags.has(key)) tags.set(key, tag);
  }
  const isLong = [...tags.values()].some((tag) => tag.length > longestTag);
  const fault = isLong ? 'long' : tags.size > mostTags ? 'many' : null;
  return { tags: [...tags.values()], fault };
}
