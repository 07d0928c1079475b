import { useParams, useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import { type BusinessDate, parseBusinessDate } from '../../kernel/dates.ts';
import { parseSearch, type SearchParams } from './search-params.ts';

/** The part of the address after `?`: the state of the page. */
export function useSearchParams(): SearchParams {
  const text = useRouterState({ select: (state) => state.location.searchStr });
  return parseSearch(text);
}

/** The places of the address, as `commune` in `/xa/$commune`. */
export function useAddressParams(): SearchParams {
  return useParams({ strict: false }) as SearchParams;
}

/** The data date the address asks for; undefined for the newest. A text that is no day asks for nothing. */
export function askedDate(search: SearchParams): BusinessDate | undefined {
  return search.ngay === undefined ? undefined : parseBusinessDate(search.ngay);
}

/** Names the page in the window's title. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title === '' ? 'Giao Ban' : `${title} · Giao Ban`;
  }, [title]);
}

/** Place and date as pages keep them in their address. */
export type PlaceAndDate = { readonly xa?: string | undefined; readonly ngay?: BusinessDate | undefined };
