import type { BusinessDate } from '../../../kernel/dates.ts';
import { isValidPhone } from '../../../kernel/phone.ts';

/** Whether a person is reached by a number: it can be dialled and is not marked wrong [RG11]. */
export function isReachableBy(contact: {
  readonly phone: string;
  readonly wrongNumberSince: BusinessDate | null;
}): boolean {
  return isValidPhone(contact.phone) && contact.wrongNumberSince === null;
}
