import type { OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import { maskedIdentityNumber } from '../registry/index.ts';
import type { explainEntry } from './contract.ts';
import { type CustomerFacts, customerFacts } from './db/customer-facts.ts';
import type { PlacedLoanRow } from './db/loan-rows.ts';
import type { ListName } from './domain/list-names.ts';
import { mayFindBorrowers } from './may-find-borrowers.ts';

type Value = OutputOf<typeof explainEntry>['values'][number];

const IDENTITY_KINDS: Readonly<Record<CustomerFacts['identityKind'], string | null>> = {
  missing: null,
  twelveDigits: 'Căn cước 12 số',
  nineDigits: 'CMND 9 số',
  other: 'Số không đúng dạng',
};

/**
 * The customer's own values that put a loan on a list of phones or identity papers [PF41], as they are known now. Phones
 * are for those who may find borrowers; so are the number, always masked, and the day of birth.
 */
export async function customerValues(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  list: ListName,
  { communeId, customerCode, keyOn }: PlacedLoanRow,
): Promise<Value[]> {
  const isOfPhones = list === 'phone_missing' || list === 'phone_invalid' || list === 'phone_shared';
  if (!isOfPhones && list !== 'identity_card_expired') return [];
  const customer = { communeId, customerCode };
  const facts = await customerFacts(tx, customer);
  const shown = mayFindBorrowers(caller);
  if (isOfPhones) return phoneValues(list, facts, shown);
  const number = shown ? await maskedIdentityNumber(tx, customer) : null;
  return [
    { label: 'Loại giấy tờ', kind: 'text', value: facts ? IDENTITY_KINDS[facts.identityKind] : null },
    { label: 'Số giấy tờ', kind: shown ? 'text' : 'hidden', value: number },
    { label: 'Ngày sinh', kind: shown ? 'date' : 'hidden', value: shown ? (facts?.bornOn ?? null) : null },
    { label: 'Cấp ngày', kind: 'date', value: facts?.identityIssuedOn ?? null },
    { label: 'Hết hạn từ', kind: 'date', value: keyOn },
  ];
}

function phoneValues(list: ListName, facts: CustomerFacts | undefined, shown: boolean): Value[] {
  const phone: Value = {
    label: 'Số điện thoại',
    kind: shown ? 'phone' : 'hidden',
    value: shown ? facts?.phone || null : null,
  };
  if (list !== 'phone_shared') return [phone];
  const people = String(facts?.phonePeople ?? 0);
  return [phone, { label: 'Số khách hàng dùng chung số này', kind: 'count', value: people }];
}
