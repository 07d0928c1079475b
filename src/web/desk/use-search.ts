import type { OutputOf } from '../../kernel/contract.ts';
import type { Id } from '../../kernel/ids.ts';
import { searchContracts } from '../../modules/portfolio/contract.ts';
import { search } from '../../modules/registry/contract.ts';
import { readSearch } from '../../modules/registry/domain/search-query.ts';
import { type Answer, useQuestion } from '../shared/api/query.ts';
import { may, useMe } from './session.tsx';

/** A person found, and by what. */
export type Hit = OutputOf<typeof search>['hits'][number];
/** What a search found, and how many there are in all. */
export type Found = { readonly total: number; readonly hits: readonly Hit[] };

/** Whether the server would refuse the text as too short [RG12]: then it is not asked. */
export function isTooShort(text: string): boolean {
  return readSearch(text).kind === 'tooShort';
}

const CONTRACT_DIGITS = /^\d{4,16}$/;
const BETWEEN_DIGITS = /[\s.]/g;

/**
 * Searches people by name, phone, identity number and code, and by part of a contract where only digits were typed.
 *
 * @param communeId one commune of the scope: a search answers its first hits alone, which may all be elsewhere; left out, the whole scope
 */
export function useSearch(text: string, communeId?: Id): Answer<Found> {
  const me = useMe();
  // A contract is printed in groups of four.
  const digits = text.replace(BETWEEN_DIGITS, '');
  const isAsking = !isTooShort(text);
  const within = communeId === undefined ? {} : { communeId };
  const people = useQuestion(search, { text, ...within }, { enabled: isAsking && may(me, search) });
  const isOfContract = CONTRACT_DIGITS.test(digits) && may(me, searchContracts);
  const contracts = useQuestion(searchContracts, { text: digits, ...within }, { enabled: isOfContract });
  const byContract = isOfContract ? (contracts.data?.hits ?? []) : [];
  return {
    ...people,
    isStale: people.isStale || (isOfContract && (contracts.isStale || contracts.isLoading)),
    data: isAsking && people.data !== undefined ? join(people.data, byContract) : undefined,
  };
}

/** People found twice stand once, told by what was found first. */
function join(people: Found, byContract: readonly Hit[]): Found {
  const known = new Set(people.hits.map((hit) => hit.personId));
  const more = byContract.filter((hit) => !known.has(hit.personId));
  return { total: people.total + more.length, hits: [...people.hits, ...more] };
}
