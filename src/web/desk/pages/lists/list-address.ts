import { type BusinessDate, parseBusinessDate } from '../../../../kernel/dates.ts';
import { momentOf } from '../../list-values.ts';
import type { ListFilter } from '../../paths.ts';
import type { SearchParams } from '../../search-params.ts';

/** The filter an address stands for. Days that are none are left out. */
export function filterOf(search: SearchParams, ngay: BusinessDate | undefined): ListFilter {
  const dayOf = (text: string | undefined) => (text === undefined ? undefined : parseBusinessDate(text));
  const { xa, thon, to, hoi, ct, nguon, tim, xep, tt, kh, lienlac, kiemtra, vi } = search;
  return {
    xa,
    ngay,
    thon,
    to,
    hoi,
    ct,
    nguon,
    tu: dayOf(search.tu),
    den: dayOf(search.den),
    tim,
    xep,
    tt,
    kh,
    lienlac,
    kiemtra,
    kiemtraluc: momentOf(search.kiemtraluc),
    sovoi: dayOf(search.sovoi),
    vi,
  };
}

/** The filter at another place or date. Villages, groups and customers are a commune's and do not go along to another. */
export function movedTo(filter: ListFilter, at: ListFilter): ListFilter {
  const moved = { ...filter, ...at, vi: undefined };
  return at.xa === filter.xa ? moved : { ...moved, thon: undefined, to: undefined, kh: undefined };
}
