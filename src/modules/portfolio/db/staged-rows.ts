import { type RawBuilder, sql } from 'kysely';
import type { BusinessDate } from '../../../kernel/dates.ts';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { inSlices } from '../../../platform/db/in-slices.ts';
import type { StagedList } from '../domain/staged-lists.ts';
import type { Compared } from './compare-batch.ts';
import { amountOf, type LoanAmount } from './loan-amounts.ts';

/** Which rows of a batch, against which date. */
export type StagedSlice = Compared & {
  readonly dataDate: BusinessDate;
  readonly list: StagedList;
  readonly programmeCode?: string | undefined;
  /** Only loans that the files have at this rate. */
  readonly rateBpsPerYear?: number | undefined;
};

/** A loan of a batch beside what the compared date says of it; a savings book where the list is of those. */
export type StagedRow = {
  readonly communeId: Id;
  /** The contract, or the book. */
  readonly contractNo: string;
  readonly customerCode: string;
  readonly customerName: string | null;
  readonly villageCode: string;
  readonly groupCode: string;
  readonly programmeCode: string | null;
  /** Where it stands in the file; null for loans that are no longer in it, and for books. */
  readonly rowNumber: number | null;
  readonly beforeVnd: bigint;
  readonly afterVnd: bigint;
  readonly amountVnd: bigint;
};

type Rows = { readonly when: RawBuilder<unknown>; readonly amount: RawBuilder<unknown> };

const BEFORE = sql`coalesce(before.outstanding_vnd, 0)`;
const AFTER = sql`coalesce(staged.outstanding_vnd, 0)`;
const staged = (amount: LoanAmount) => sql`coalesce(${amountOf(amount, 'staged')}, 0)`;
const notZero = (amount: RawBuilder<unknown>): Rows => ({ when: sql`${amount} <> 0`, amount });

/** Opening + lending − collection − written off, loan by loan [PF17]. */
const EXPECTED = sql`(${BEFORE} + ${staged('disbursedMonth')} - ${staged('collectedMonth')} - ${staged('writtenOffMonth')})`;

/** Lists that are one amount of the staged loan, where it is not zero. */
const OF_AMOUNT: Partial<Record<StagedList, LoanAmount>> = {
  loans: 'outstanding',
  ...{
    inTerm: 'inTerm',
    overdue: 'overdue',
    frozen: 'frozen',
    short: 'short',
    medium: 'medium',
    long: 'long',
  },
  ...{ disbursedMonth: 'disbursedMonth', lendingMonth: 'lendingMonth', lendingYear: 'lendingYear' },
  ...{ collectedMonth: 'collectedMonth', collectedYear: 'collectedYear', interestMonth: 'interestMonth' },
  ...{ writtenOffMonth: 'writtenOffMonth', writtenOffYear: 'writtenOffYear' },
};

function rowsOf(slice: StagedSlice): Rows {
  const { list } = slice;
  const amount = OF_AMOUNT[list];
  if (amount !== undefined) return notZero(staged(amount));
  const isNew = sql`${BEFORE} = 0 and ${AFTER} > 0`;
  const lists: Partial<Record<StagedList, Rows>> = {
    closed: { when: sql`staged.is_closed and staged.outstanding_vnd = 0`, amount: AFTER },
    withoutBalance: { when: sql`not staged.is_closed and staged.outstanding_vnd = 0`, amount: AFTER },
    new: { when: isNew, amount: AFTER },
    returned: { when: sql`${isNew} and ${hasReturned(slice)}`, amount: AFTER },
    gone: { when: sql`${BEFORE} > 0 and ${AFTER} = 0`, amount: BEFORE },
    less: { when: sql`${AFTER} > 0 and ${AFTER} < ${BEFORE}`, amount: sql`(${BEFORE} - ${AFTER})` },
    more: { when: sql`${BEFORE} > 0 and ${AFTER} > ${BEFORE}`, amount: sql`(${AFTER} - ${BEFORE})` },
    unchanged: { when: sql`${AFTER} > 0 and ${AFTER} = ${BEFORE}`, amount: AFTER },
    changed: notZero(sql`(${AFTER} - ${BEFORE})`),
    movedToOverdue: moved('toOverdueMonth'),
    movedToFrozen: moved('toFrozenMonth'),
    expected: notZero(EXPECTED),
    unexplained: notZero(sql`(${AFTER} - ${EXPECTED})`),
    turnsYear: {
      when: sql`coalesce(staged.signed_on, staged.first_disbursed_on)
        between date_trunc('year', ${slice.dataDate}::date) and ${slice.dataDate}::date`,
      amount: AFTER,
    },
  };
  const rows = lists[list];
  if (!rows) throw new Error(`no rows for ${list}`);
  return rows;
}

const moved = (amount: LoanAmount): Rows => ({
  when: sql`${AFTER} > 0 and ${staged(amount)} > 0`,
  amount: staged(amount),
});

/** Customers who had a loan before and none open at the compared date; arrays, so that each is asked once. */
function hasReturned({ batchId, communeIds, comparedDate }: StagedSlice): RawBuilder<unknown> {
  const communes = sql`${[...communeIds]}::uuid[]`;
  const customer = sql`staged.commune_id::text || staged.customer_code`;
  return sql`${customer} = any (array(
      select commune_id::text || customer_code from portfolio.position
      where commune_id = any (${communes}) and data_date <= ${comparedDate}::date
      union
      select commune_id::text || customer_code from extracts.staged_loan
      where commune_id = any (${communes}) and batch_id = ${batchId} and outstanding_vnd = 0))
    and ${customer} <> all (array(
      select commune_id::text || customer_code from (${positionsBefore(communes, comparedDate)}) before
      where outstanding_vnd > 0))`;
}

function positionsBefore(
  communes: RawBuilder<unknown>,
  comparedDate: BusinessDate | null,
): RawBuilder<unknown> {
  return sql`
    select p.* from portfolio.publication shown
    join portfolio.position p on p.commune_id = shown.commune_id and p.data_date = shown.data_date
      and p.version_id = shown.version_id
    where shown.commune_id = any (${communes}) and shown.data_date = ${comparedDate}::date
      and p.data_date = ${comparedDate}::date`;
}

/** The rows of a list, one a loan or book, with who it is of. */
function stagedRows(slice: StagedSlice): RawBuilder<unknown> {
  const { batchId, communeIds, comparedDate, list, programmeCode, rateBpsPerYear } = slice;
  const communes = sql`${[...communeIds]}::uuid[]`;
  const ofBatch = sql`commune_id = any (${communes}) and batch_id = ${batchId}`;
  if (list === 'savings')
    return sql`
      select commune_id, book_no as contract_no, customer_code, village_code, group_code, null as programme_code,
        null::integer as row_number, 0::bigint as before_vnd, balance_vnd as after_vnd, balance_vnd as amount_vnd
      from extracts.staged_saving where ${ofBatch} and balance_vnd <> 0`;
  const { when, amount } = rowsOf(slice);
  const either = [
    'commune_id',
    'contract_no',
    'customer_code',
    'village_code',
    'group_code',
    'programme_code',
  ].map((name) => `coalesce(staged.${name}, before.${name}) as ${name}`);
  return sql`
    select * from (
      select ${sql.raw(either.join(', '))}, staged.row_number, ${BEFORE}::bigint as before_vnd,
        ${AFTER}::bigint as after_vnd, (${amount})::bigint as amount_vnd
      from (select * from extracts.staged_loan where ${ofBatch}) staged
      full join (${positionsBefore(communes, comparedDate)}) before
        on before.commune_id = staged.commune_id and before.contract_no = staged.contract_no
      where ${when} ${rateBpsPerYear === undefined ? sql`` : sql`and staged.rate_bps_per_year = ${rateBpsPerYear}`}
    ) loan where ${programmeCode ?? null}::text is null or programme_code = ${programmeCode ?? null}`;
}

/** Where a page begins: after the row with this amount, contract and customer. */
export type StagedPlace = { readonly sizeVnd: bigint; readonly key: string };

/** A row with what tells it apart in the order of its list. */
export type PlacedStagedRow = StagedRow & { readonly key: string };

/** How many rows of a staged list, from where. */
export type StagedRange = { readonly after?: StagedPlace | undefined; readonly limit: number };

/** One page of a staged list, the largest amount first, whichever way it went. */
export async function stagedPage(tx: Tx, slice: StagedSlice, page: StagedRange): Promise<PlacedStagedRow[]> {
  const { rows } = await stagedQuery(slice, page).execute(tx);
  return rows;
}

/** The rows of a staged list that may be long, in the same order, some at a time. */
export function stagedSlices(
  tx: Tx,
  slice: StagedSlice,
  range: StagedRange,
): AsyncIterable<readonly PlacedStagedRow[]> {
  return inSlices(tx, stagedQuery(slice, range));
}

function stagedQuery(slice: StagedSlice, { after, limit }: StagedRange): RawBuilder<PlacedStagedRow> {
  // A book may be two customers'; a contract is one's.
  const key = sql`(loan.contract_no || '-' || loan.customer_code) collate "C"`;
  const from = after ? sql`where (abs(loan.amount_vnd), ${key}) < (${after.sizeVnd}, ${after.key})` : sql``;
  return sql<PlacedStagedRow>`
    select loan.commune_id as "communeId", loan.contract_no as "contractNo", loan.customer_code as "customerCode",
      (select person.full_name from extracts.staged_person person where person.commune_id = loan.commune_id
         and person.batch_id = ${slice.batchId} and person.customer_code = loan.customer_code) as "customerName",
      loan.village_code as "villageCode", loan.group_code as "groupCode", loan.programme_code as "programmeCode",
      loan.row_number as "rowNumber", loan.before_vnd as "beforeVnd", loan.after_vnd as "afterVnd",
      loan.amount_vnd as "amountVnd", ${key} as key
    from (${stagedRows(slice)}) loan ${from}
    order by abs(loan.amount_vnd) desc, ${key} desc limit ${limit}`;
}

/** What all pages of a staged list hold together. */
export type StagedTotals = {
  readonly loans: number;
  readonly customers: number;
  readonly groups: number;
  readonly amountVnd: bigint;
};

/** Totals over all pages. */
export async function stagedTotals(tx: Tx, slice: StagedSlice): Promise<StagedTotals> {
  const { rows } = await sql<StagedTotals>`
    select count(*)::integer as loans, count(distinct loan.customer_code collate "C")::integer as customers,
      count(distinct nullif(loan.group_code, ''))::integer as groups,
      coalesce(sum(loan.amount_vnd), 0)::bigint as "amountVnd"
    from (${stagedRows(slice)}) loan`.execute(tx);
  const [totals] = rows;
  if (!totals) throw new Error('an aggregate without a row');
  return totals;
}
