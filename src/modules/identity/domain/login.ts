import { fold } from '../../../kernel/text.ts';

/**
 * The form in which logins are compared [ID2]: without diacritics and capitals; a phone number without spaces,
 * points and country code, so that `+84 912.345.678` is `0912345678`.
 */
export function foldLogin(login: string): string {
  const folded = fold(login);
  if (!/^\+?[\d .()-]+$/.test(folded)) return folded;
  const digits = folded.replace(/\D/g, '');
  return digits.startsWith('84') && digits.length === 11 ? `0${digits.slice(2)}` : digits;
}
