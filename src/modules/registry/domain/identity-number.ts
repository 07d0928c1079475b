import type { BusinessDate } from '../../../kernel/dates.ts';

/** Which paper a number is of: 12 digits the citizen identity, 9 the older card. */
export type IdentityKind = 'missing' | 'twelveDigits' | 'nineDigits' | 'other';

/** What the number says and the record does not [RG9]. */
export type IdentityWarning = 'sexDiffers' | 'birthYearDiffers';

/** The kind of an identity number as the files hold it. */
export function identityKind(identityNumber: string | null): IdentityKind {
  if (identityNumber === null || identityNumber === '') return 'missing';
  if (/^\d{12}$/.test(identityNumber)) return 'twelveDigits';
  return /^\d{9}$/.test(identityNumber) ? 'nineDigits' : 'other';
}

/**
 * Compares a 12-digit number with sex and birth date [RG9]: province of birth registration 3 digits, sex and century
 * 1 (0 a man and 1 a woman of the twentieth century, 2 and 3 of the twenty-first …), year of birth 2, chance 6. Other
 * kinds say nothing; neither does a sex or date that is not known.
 */
export function identityWarnings(person: {
  readonly identityNumber: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly bornOn: BusinessDate | null;
}): IdentityWarning[] {
  if (person.identityNumber === null || identityKind(person.identityNumber) !== 'twelveDigits') return [];
  const sexAndCentury = Number(person.identityNumber[3]);
  const sex = sexAndCentury % 2 === 0 ? 'male' : 'female';
  const birthYear = 1900 + 100 * Math.floor(sexAndCentury / 2) + Number(person.identityNumber.slice(4, 6));
  const warnings: IdentityWarning[] = [];
  if (person.sex !== null && person.sex !== sex) warnings.push('sexDiffers');
  if (person.bornOn !== null && Number(person.bornOn.slice(0, 4)) !== birthYear)
    warnings.push('birthYearDiffers');
  return warnings;
}

/** `054185123456` as `054*******56`: enough to compare with a card in the hand, not enough to use [RG13]. */
export function maskIdentityNumber(identityNumber: string | null): string | null {
  if (identityNumber === null || identityNumber === '') return null;
  if (identityNumber.length <= 5) return '*'.repeat(identityNumber.length);
  return identityNumber.slice(0, 3) + '*'.repeat(identityNumber.length - 5) + identityNumber.slice(-2);
}

/** That an ethnicity is known, without saying which [RG13]. */
export function maskEthnicity(ethnicityName: string | null): string | null {
  return ethnicityName === null || ethnicityName === '' ? null : '***';
}
