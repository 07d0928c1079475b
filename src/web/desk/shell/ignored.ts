import { parseBusinessDate } from '../../../kernel/dates.ts';
import type { SearchParams } from '../search-params.ts';

/** What is in reach, and what a page without a commune in its address shows. */
export type Shown = { readonly communeCodes: readonly (string | null)[]; readonly instead: string };

const DAYS = { ngay: 'đang xem số liệu mới nhất', sovoi: 'đang so với ngày liền trước' } as const;

/**
 * What of an address a page could not follow, a sentence each: a commune that is none or not in the person's scope (nobody
 * learns which), and days that are none. Without a word the page would seem to answer what was asked.
 */
export function ignoredIn(search: SearchParams, { communeCodes, instead }: Shown): readonly string[] {
  const sentences = Object.entries(DAYS).flatMap(([name, shown]) => {
    const text = search[name];
    const isNoDay = text !== undefined && parseBusinessDate(text) === undefined;
    return isNoDay ? [`“${text}” trong địa chỉ không phải một ngày; ${shown}.`] : [];
  });
  if (search.xa === undefined || communeCodes.includes(search.xa)) return sentences;
  return [`Không có xã này trong phạm vi của anh/chị; đang xem ${instead}.`, ...sentences];
}
