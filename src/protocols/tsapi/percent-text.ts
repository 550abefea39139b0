/** All that percent-encoding leaves as it is; the servers encode `.` and `-` as well. */
const encodedText = /^[\w.~!*'()-]*(?:%[0-9A-Fa-f]{2}[\w.~!*'()-]*)+$/;

/**
 * Decodes a `siteName` or a channel title once, where it is percent-encoded at all ("Site name",
 * "Recorded video source"). A text with a space or another character that encoding would have
 * replaced was typed that way, percent sign and all.
 */
export function percentText(text: string): string {
  if (!encodedText.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    // The escapes are no UTF-8, so somebody typed them.
    return text;
  }
}
