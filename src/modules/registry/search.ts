import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type Outcome, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { search as operation } from './contract.ts';
import { type FoundPerson, searchDigits, searchNames } from './db/search-people.ts';
import { maskIdentityNumber } from './domain/identity-number.ts';
import { readSearch } from './domain/search-query.ts';

/** Searches people of the scope by name, phone, identity number or customer code [RG12]. */
export async function search(
  input: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<Outcome<OutputOf<typeof operation>, 'searchTooShort'>> {
  const query = readSearch(input.text);
  if (query.kind === 'tooShort') return refuse('searchTooShort');
  const { communeIds } = caller.scope;
  const within =
    input.communeId === undefined ? communeIds : communeIds.filter((id) => id === input.communeId);
  const found =
    query.kind === 'digits'
      ? await searchDigits(tx, within, query.digits)
      : await searchNames(tx, within, query.words);
  return { total: found[0]?.total ?? 0, hits: found.map(hitOf) };
}

function hitOf({ identityNumber, bornOn, total: _, ...person }: FoundPerson) {
  return {
    ...person,
    birthYear: bornOn === null ? null : Number(bornOn.slice(0, 4)),
    identityNumberMasked: maskIdentityNumber(identityNumber),
    contractNo: null,
  };
}
