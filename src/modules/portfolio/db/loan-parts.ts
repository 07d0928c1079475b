import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { inSlices } from '../../../platform/db/in-slices.ts';
import type { LoanTotals } from './loan-rows.ts';
import { type LoanSlice, loansOf } from './loan-slice.ts';

/** What a slice may be divided by, and the column that says to which part a loan belongs. */
const KEYS = {
  village: 'p.village_code',
  association: 'p.association_code',
  group: 'p.group_code',
  programme: 'p.programme_code',
  fundSource: 'p.fund_source',
  customer: 'p.customer_code',
} as const;

/** One of the ways to divide. */
export type PartKind = keyof typeof KEYS;

/** One part: what its loans hold together. */
export type LoanPart = LoanTotals & {
  readonly key: string;
  /** A commune of the part; parts of an office may lie in several. */
  readonly communeId: Id;
};

/** Where a page begins: after the part with this balance and code. */
export type PartPlace = { readonly outstandingVnd: bigint; readonly key: string };

/** Which parts of a slice, from where. */
export type PartRange = {
  readonly by: PartKind;
  readonly after?: PartPlace | undefined;
  readonly limit: number;
};

/** One page of the parts of a slice, the largest balance first. */
export async function partPage(tx: Tx, slice: LoanSlice, page: PartRange): Promise<LoanPart[]> {
  const { rows } = await partQuery(slice, page).execute(tx);
  return rows;
}

/** The parts of a slice that may be many, in the same order, some at a time. */
export function partSlices(tx: Tx, slice: LoanSlice, range: PartRange): AsyncIterable<readonly LoanPart[]> {
  return inSlices(tx, partQuery(slice, range));
}

function partQuery(slice: LoanSlice, page: PartRange): RawBuilder<LoanPart> {
  const key = sql.raw(KEYS[page.by]);
  const weight = slice.list === undefined ? sql`null::bigint` : sql`sum(entry.weight)::bigint`;
  const after = page.after
    ? sql`where (part."outstandingVnd", part.key) < (${page.after.outstandingVnd}, ${page.after.key})`
    : sql``;
  return sql<LoanPart>`
    select * from (
      select ${key} collate "C" as key, min(p.commune_id::text)::uuid as "communeId", count(*)::integer as loans,
        count(distinct p.customer_code collate "C")::integer as customers, ${weight} as "weightVnd",
        sum(p.outstanding_vnd)::bigint as "outstandingVnd", sum(p.overdue_vnd)::bigint as "overdueVnd",
        sum(p.frozen_vnd)::bigint as "frozenVnd",
        sum(p.unpaid_interest_in_term_vnd + p.unpaid_interest_overdue_vnd)::bigint as "unpaidInterestVnd"
      from ${loansOf(slice)} group by 1
    ) part ${after} order by part."outstandingVnd" desc, part.key desc limit ${page.limit}`;
}

/** How many parts with a code a slice has. */
export async function countParts(tx: Tx, slice: LoanSlice, by: PartKind): Promise<number> {
  const { rows } = await sql<{ parts: number }>`
    select count(distinct nullif(${sql.raw(KEYS[by])}, '') collate "C")::integer as parts from ${loansOf(slice)}`.execute(
    tx,
  );
  return rows[0]?.parts ?? 0;
}
