import { parseBusinessDate } from '../../../kernel/dates.ts';
import { CHECKS, momentOf, REACHES, SORTS, STATUSES } from '../list-values.ts';
import type { SearchParams } from '../search-params.ts';

/** What is in reach, and what a page without a commune in its address shows. */
export type Shown = { readonly communeCodes: readonly (string | null)[]; readonly instead: string };

const DAYS = {
  ngay: 'đang xem số liệu mới nhất',
  sovoi: 'đang so với ngày liền trước',
  tu: 'không lọc từ ngày nào',
  den: 'không lọc đến ngày nào',
} as const;

/** What a list can be narrowed or ordered by, beside codes and days: a code that is none finds nothing, and is seen. */
const CHOICES: Readonly<Record<string, { readonly of: readonly string[]; readonly told: string }>> = {
  tt: { of: STATUSES, told: 'không phải một tình trạng; không lọc theo tình trạng' },
  lienlac: { of: Object.keys(REACHES), told: 'không phải cách lọc liên lạc; không lọc theo liên lạc' },
  kiemtra: { of: Object.keys(CHECKS), told: 'không phải cách lọc kiểm tra; không lọc theo kiểm tra' },
  xep: { of: SORTS, told: 'không phải cách sắp xếp; đang xếp theo danh sách' },
};

/**
 * What of an address a page could not follow, a sentence each: a commune that is none or not in the person's scope (nobody
 * learns which), days that are none, and ways to narrow or order a list that are none. Without a word the page would seem
 * to answer what was asked.
 */
export function ignoredIn(search: SearchParams, { communeCodes, instead }: Shown): readonly string[] {
  const days = Object.entries(DAYS).flatMap(([name, shown]) => {
    const text = search[name];
    const isNoDay = text !== undefined && parseBusinessDate(text) === undefined;
    return isNoDay ? [`“${text}” trong địa chỉ không phải một ngày; ${shown}.`] : [];
  });
  const moment = search.kiemtraluc;
  const moments =
    moment === undefined || momentOf(moment) !== undefined
      ? []
      : [`“${moment}” trong địa chỉ không phải một lúc; đang tính báo cáo kiểm tra đến bây giờ.`];
  const choices = Object.entries(CHOICES).flatMap(([name, { of, told }]) => {
    const text = search[name];
    return text === undefined || of.includes(text) ? [] : [`“${text}” trong địa chỉ ${told}.`];
  });
  const sentences = [...days, ...moments, ...choices];
  if (search.xa === undefined || communeCodes.includes(search.xa)) return sentences;
  return [`Không có xã này trong phạm vi của anh/chị; đang xem ${instead}.`, ...sentences];
}
