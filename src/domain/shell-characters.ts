/**
 * Cameras pass settings on to a shell: in a free text these characters would begin a command
 * (CVE-2017-18377). No setting needs them, nor a control character.
 */
const shellCharacter = /[;&|$`<>\p{Cc}]/u;

/** Whether a text holds what a device might run instead of storing. */
export function holdsShellCharacter(text: string): boolean {
  return shellCharacter.test(text);
}

/** As a person reads them. */
export const shellCharacters = '; & | $ ` < >';
