/** How long a half-typed number waits for its next digit. */
export const digitPauseMs = 4000;
const mostDigits = 5;

/** What a digit does to a number that is being typed; a sixth digit is not taken. */
export function typeDigit(typed: string, digit: string): string {
  return typed.length < mostDigits ? typed + digit : typed;
}

/** The camera number that was typed; null for nothing, or for zero, which no camera has. */
export function typedNumber(typed: string): number | null {
  const number = Number(typed);
  return typed !== '' && Number.isSafeInteger(number) && number > 0 ? number : null;
}
