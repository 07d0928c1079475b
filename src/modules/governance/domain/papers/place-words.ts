import { communeParts } from '../../../../kernel/commune-words.ts';

/** How papers name a commune: `xã Bình Ngọc`, its kind and its bare name. */
export type CommuneWords = { readonly full: string; readonly kind: string; readonly name: string };

/** A commune's name as the register has it on the paper's day; a name without its kind is that of a `xã`. */
export function communeWords(registered: string): CommuneWords {
  const { kind, name } = communeParts(registered);
  return { full: `${kind} ${name}`, kind, name };
}

/** What papers call the bank's office where the register knows none that serves the commune on their day. */
export const UNKNOWN_OFFICE = 'Phòng giao dịch';

const OFFICE_ABBREVIATION = /^PGD\s+/u;
const SAMPLE_REMARK = /\s*\(dữ liệu mẫu\)$/u;

/** `Phòng giao dịch Tuy Hòa` from what the bank's files and people write: `PGD Tuy Hòa`. */
export function officeWords(registered: string): string {
  return registered.trim().replace(SAMPLE_REMARK, '').replace(OFFICE_ABBREVIATION, 'Phòng giao dịch ');
}

const OFFICE_KIND = /^(Phòng giao dịch|Chi nhánh)\s+(?:NHCSXH\s+)?/iu;

/** `Tuy Hòa`, where an office is seated as far as its name tells it; an office whose seat is called otherwise writes its own. */
export function seatOfOffice(registered: string): string {
  return officeWords(registered).replace(OFFICE_KIND, '');
}
