/** Text for a page, where a lone CR, with which some devices end their lines, would be a blank. */
export function shownText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
