import type { Id } from '../../kernel/ids.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Scope } from '../../platform/db/scope.ts';
import { LENDING_CHANNELS } from '../identity/index.ts';
import { fundSourceNames, leaderNames, programmeNames } from './db/code-names.ts';
import { customerNames } from './db/loan-rows.ts';
import type { LoanSlice } from './db/loan-slice.ts';
import { communePlaces, villageNames } from './db/places.ts';
import { publicationsOf } from './db/published-dates.ts';
import { type FilterNames, filterWords } from './domain/filter-words.ts';
import { LISTS, listTitle } from './domain/list-names.ts';
import type { AboutList, FilterField, LoanFilters } from './domain/loan-filters.ts';
import { placeWords } from './domain/place-words.ts';
import { ruleNumber } from './domain/rules.ts';
import { readRulesShown } from './read-rules.ts';

type Context = Pick<HandlerContext, 'tx' | 'caller'>;

/** What the loans of no list are called. */
const ALL_LOANS = 'Món vay';

/** A slice in words: the one description that the screen, the paper and the file carry [PF75]. */
export async function describeSlice(context: Context, slice: LoanSlice): Promise<AboutList> {
  const { caller } = context;
  const { list } = slice;
  const names = await namesFor(context, slice, [slice, ...narrowed(caller.scope)]);
  return {
    title: list === undefined ? ALL_LOANS : await titleOf(context, { ...slice, list }),
    place: await placeOf(
      context,
      slice,
      narrowed(caller.scope)
        .flatMap((part) => filterWords(part, names))
        .map(({ words }) => words),
    ),
    filters: filterWords(filtersOf(slice), names),
  };
}

/** The communes that have figures at the date, those that have none, and what of them is seen. */
async function placeOf(
  { tx }: Context,
  { communeIds, dataDate }: LoanSlice,
  parts: readonly string[],
): Promise<string> {
  const places = await communePlaces(tx, { communeIds, on: dataDate });
  const shown = new Set((await publicationsOf(tx, communeIds, { dataDate })).map((one) => one.communeId));
  const isShown = ({ communeId }: { communeId: Id }) => shown.has(communeId);
  return placeWords(
    places.filter(isShown),
    parts,
    places.filter((place) => !isShown(place)),
  );
}

async function titleOf(
  { tx }: Context,
  { list, ...at }: LoanSlice & { readonly list: NonNullable<LoanSlice['list']> },
) {
  const rules = await readRulesShown(tx, at);
  return listTitle(list, (rule) => ruleNumber(rules, rule));
}

/** What of its communes a narrower office sees, as filters: each village, group or association of the scope. */
function narrowed({ villageCodes, groupCodes, associationCodes }: Scope): LoanFilters[] {
  return [
    ...(villageCodes ?? []).map((villageCode) => ({ villageCode })),
    ...(groupCodes ?? []).map((groupCode) => ({ groupCode })),
    ...(associationCodes ?? []).map((associationCode) => ({ associationCode })),
  ];
}

/** The filters of a slice, without what else it holds. One that is left out here does not compile. */
function filtersOf(slice: LoanSlice): { readonly [Field in FilterField]-?: LoanFilters[Field] | undefined } {
  const { villageCode, groupCode, associationCode, programmeCode, fundSource, customerCode } = slice;
  const { status, reach, check, checkKnownAt, keyFrom, keyTo, text } = slice;
  return {
    ...{ villageCode, groupCode, associationCode, programmeCode, fundSource, customerCode },
    ...{ status, reach, check, checkKnownAt, keyFrom, keyTo, text },
  };
}

/** The names behind the codes that are filtered by; only those are asked for. */
async function namesFor(
  { tx }: Context,
  { communeIds, dataDate, list }: LoanSlice,
  filters: readonly LoanFilters[],
): Promise<FilterNames> {
  const codesOf = (field: 'villageCode' | 'groupCode' | 'customerCode') =>
    filters.flatMap((filter) => filter[field] ?? []);
  const asks = (field: 'programmeCode' | 'fundSource') =>
    filters.some((filter) => filter[field] !== undefined);
  const villages = await villageNames(tx, codesOf('villageCode'));
  const leaders = await leaderNames(tx, { communeIds, codes: codesOf('groupCode') });
  const programmes = asks('programmeCode') ? await programmeNames(tx, dataDate) : NONE;
  const fundSources = asks('fundSource') ? await fundSourceNames(tx) : NONE;
  const customers = await namesOfCustomers(tx, communeIds, codesOf('customerCode'));
  return {
    village: (code) => villages.get(code),
    leader: (code) => leaders.get(code),
    association: associationName,
    programme: (code) => programmes.get(code),
    fundSource: (code) => fundSources.get(code),
    customer: (code) => customers.get(code),
    day: (list === undefined ? null : LISTS[list].day) ?? 'Ngày',
  };
}

const NONE: ReadonlyMap<string, string> = new Map();

/** The association behind a code; 99 is lending without one. */
export function associationName(code: string): string | undefined {
  return LENDING_CHANNELS[code];
}

async function namesOfCustomers(tx: Context['tx'], communeIds: readonly Id[], codes: readonly string[]) {
  const rows = codes.flatMap((customerCode) => communeIds.map((communeId) => ({ communeId, customerCode })));
  const found = rows.length === 0 ? [] : await customerNames(tx, rows);
  return new Map(found.map(({ customerCode, fullName }) => [customerCode, fullName]));
}
