/** Ten digits beginning with 0: the only shape that can be dialled; the bank's files hold others too. */
export const DIALLED = /^0\d{9}$/;

/** The digits of a number as people write it: `+84 912.345.678` and `0912 345 678` become `0912345678`. */
export function digitsOfPhone(text: string): string {
  const digits = text.replace(/[^\d+]/g, '');
  return digits.replace(/^(?:\+84|0084)/, '0').replace(/\+/g, '');
}

/** True when a number, already reduced to digits, can be dialled. */
export function isValidPhone(digits: string): boolean {
  return DIALLED.test(digits);
}
