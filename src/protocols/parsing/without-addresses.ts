/** Words of a device without the addresses in them: those of cameras may hold an account. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(/\b[a-z][a-z0-9+.-]{1,15}:\/\/\S*/gi, '…');
}
