export const leastPasswordLength = 12;

/** From what is refused to what is good; words for each stand in the message catalogue. */
export type PasswordStrength = 'empty' | 'short' | 'guessable' | 'fair' | 'good' | 'strong';

const fairLength = 16;
const strongLength = 20;
/** What everybody tries first; a hint for the person who types, the proxy has the long list. */
const wornOut = ['password', 'passwort', 'watchfloor', 'qwert', 'letmein', 'welcome', '12345'];

/**
 * How well a password would stand. Length counts and variety; no kind of character is asked for.
 * @param owner name of the person, which others guess first
 */
export function passwordStrength(password: string, owner = ''): PasswordStrength {
  if (password === '') return 'empty';
  if (password.length < leastPasswordLength) return 'short';
  const plain = password.toLowerCase();
  const name = owner.trim().toLowerCase();
  const different = new Set(plain).size;
  const rest = wornOut.reduce((text, worn) => text.replaceAll(worn, ''), plain);
  if (different < 6 || rest.length < 8 || (name.length > 2 && plain.includes(name))) {
    return 'guessable';
  }
  if (password.length >= strongLength && different >= 10) return 'strong';
  return password.length >= fairLength ? 'good' : 'fair';
}
