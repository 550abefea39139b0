import { leastPasswordLength, passwordStrength } from '../domain/password-strength.ts';
import { t } from './t.ts';

/** How a new password stands, in words; before anything is typed, what is asked for. */
export function newPasswordHint(password: string, owner = ''): string {
  const strength = passwordStrength(password, owner);
  if (strength === 'empty') return t('account.new.hint');
  return t(`account.strength.${strength}`, { missing: leastPasswordLength - password.length });
}
