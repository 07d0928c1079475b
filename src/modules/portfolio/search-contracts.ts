import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { searchContracts as operation } from './contract.ts';
import { borrowersByContract } from './db/contract-search.ts';
import { villageNames } from './db/places.ts';

/** Borrowers by part of a contract number, in the shape of the search for people. */
export async function searchContracts(
  { text, communeId }: InputOf<typeof operation>,
  { tx, caller }: HandlerContext,
): Promise<OutputOf<typeof operation>> {
  const communeIds = communeId === undefined ? caller.scope.communeIds : [communeId];
  const digits = text.replace(/\s/g, '');
  const found = await borrowersByContract(tx, { communeIds, text: digits, limit: 20 });
  const villages = await villageNames(
    tx,
    found.map((row) => row.villageCode),
  );
  return {
    hits: found.map((row) => ({
      ...row,
      villageName: villages.get(row.villageCode) ?? null,
      identityNumberMasked: null,
      matchedBy: 'contract' as const,
    })),
  };
}
