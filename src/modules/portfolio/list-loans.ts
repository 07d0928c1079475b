import type { InputOf, OutputOf } from '../../kernel/contract.ts';
import { type BusinessDate, formatDate } from '../../kernel/dates.ts';
import { isRefusal, type Outcome, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { HandlerContext } from '../../platform/command.ts';
import type { Tx } from '../../platform/db/database.ts';
import type { listLoans as operation } from './contract.ts';
import {
  customerNames,
  isSortValue,
  type LoanPlace,
  type LoanRow,
  type LoanSort,
  loanPage,
  loanTotals,
} from './db/loan-rows.ts';
import type { LoanSlice } from './db/loan-slice.ts';
import { villageNames } from './db/places.ts';
import { publishedDates } from './db/published-dates.ts';
import { describeSlice } from './describe-slice.ts';
import { comparedDateOf } from './domain/compared-date.ts';
import { isChangeList } from './domain/list-names.ts';
import { mayFindBorrowers } from './may-find-borrowers.ts';

type Input = InputOf<typeof operation>;
type Output = OutputOf<typeof operation>;

const PAGE = 50;

/** One page of a list or slice, with the totals of all pages. */
export async function listLoans(
  input: Input,
  context: HandlerContext,
): Promise<Outcome<Output, 'dateNotPublished' | 'cursorInvalid' | 'notAllowed'>> {
  const slice = await sliceOf(input, context);
  if (isRefusal(slice)) return slice;
  const sort = input.sort ?? (input.list === undefined ? 'outstanding' : 'weight');
  const after = input.cursor === undefined ? undefined : readCursor(input.cursor, sort);
  if (input.cursor !== undefined && after === undefined) return refuse('cursorInvalid');
  const limit = input.limit ?? PAGE;
  const order = input.order ?? 'desc';
  const found = await loanPage(context.tx, slice, { sort, order, after, limit: limit + 1 });
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return {
    dataDate: slice.dataDate,
    comparedDate: comparedOf(slice),
    about: await describeSlice(context, slice),
    rows: await namedRows(context, page),
    totals: await loanTotals(context.tx, slice),
    next: last ? `${sort}.${last.sortValue}.${last.contractNo}` : null,
  };
}

/** The slice an input asks for; the newest published date where it names none. By name only for those who may look people up. */
export async function sliceOf(
  input: Omit<Input, 'cursor' | 'limit'>,
  { tx, caller }: HandlerContext,
): Promise<LoanSlice | Refusal<'dateNotPublished' | 'notAllowed'>> {
  const { scope } = caller;
  if (input.text !== undefined && !mayFindBorrowers(caller)) return refuse('notAllowed');
  const communeIds = input.communeId === undefined ? scope.communeIds : [input.communeId];
  const dates = await publishedDates(tx, communeIds);
  const dataDate = dateAmong(dates, input.dataDate);
  if (isRefusal(dataDate)) return dataDate;
  const before = dates.filter((date) => date < dataDate);
  const comparedDate =
    before.length === 0 || input.comparedDate === undefined
      ? comparedDateOf(dataDate, before)
      : dateAmong(before, input.comparedDate);
  return isRefusal(comparedDate) ? comparedDate : { ...input, communeIds, dataDate, comparedDate };
}

/** The date before, where the slice is of what changed since. */
export function comparedOf({ list, comparedDate }: LoanSlice): BusinessDate | null {
  return list !== undefined && isChangeList(list) ? comparedDate : null;
}

/** The date asked for if communes show it, otherwise the newest they show. */
export async function chosenDate(
  tx: Tx,
  communeIds: LoanSlice['communeIds'],
  asked: BusinessDate | undefined,
): Promise<BusinessDate | Refusal<'dateNotPublished'>> {
  return dateAmong(await publishedDates(tx, communeIds), asked);
}

/** The date asked for if it is one of these, otherwise the newest of them. */
function dateAmong(
  dates: readonly BusinessDate[],
  asked: BusinessDate | undefined,
): BusinessDate | Refusal<'dateNotPublished'> {
  const dataDate = asked ?? dates[0];
  if (dataDate !== undefined && dates.includes(dataDate)) return dataDate;
  return refuse('dateNotPublished', { date: asked ? formatDate(asked) : 'nào' });
}

/** A cursor is `sort.value.contract`, made here and given back by the client; read as carefully as any input. */
function readCursor(cursor: string, sort: LoanSort): LoanPlace | undefined {
  const [cursorSort, sortValue = '', contractNo = ''] = cursor.split('.');
  if (cursorSort !== sort || !isSortValue(sort, sortValue) || !isSortValue('contractNo', contractNo))
    return undefined;
  return { sortValue, contractNo };
}

/** Puts names of customers and villages to rows, and phones for those who may look people up. */
export async function namedRows<Row extends LoanRow>(
  { tx, caller }: Pick<HandlerContext, 'tx' | 'caller'>,
  rows: readonly Row[],
) {
  const hasPhones = mayFindBorrowers(caller);
  const customers = await customerNames(tx, rows);
  const villages = await villageNames(
    tx,
    rows.map((row) => row.villageCode),
  );
  const byCustomer = new Map(
    customers.map((customer) => [`${customer.communeId} ${customer.customerCode}`, customer]),
  );
  return rows.map((row) => {
    const customer = byCustomer.get(`${row.communeId} ${row.customerCode}`);
    return {
      ...row,
      customerName: customer?.fullName ?? null,
      householdId: customer?.householdId ?? null,
      phone: hasPhones ? (customer?.phone ?? null) : null,
      phoneWrongSince: hasPhones ? (customer?.phoneWrongSince ?? null) : null,
      villageName: villages.get(row.villageCode) ?? null,
    };
  });
}
